import "server-only";
import { deleteUpload, findUpload, findUploadedFile, storeUpload } from "@/lib/attachments/upload";
import { readAddressKey } from "@/lib/auth/address-key";
import { sentences } from "@/lib/config/sentences";
import { limitUploads } from "@/lib/limits/limit-uploads";
import { planOf } from "@/lib/limits/plan-of";
import { readAttachmentLimits } from "@/lib/models/read-attachment-limits";
import { FILE_NAME_HEADER } from "@/lib/protocol/attachment";
import { ChatError } from "@/lib/protocol/chat-error";
import { attachmentIdSchema } from "@/lib/protocol/chat-request";
import { requireViewer } from "../admit/require-viewer";
import { sendAttachmentJob } from "../attachments/attachment-jobs";
import { isShuttingDown } from "../server/drain";
import { readUpload } from "./read-upload";
import { sendPrivateFile } from "./send-private-file";

type AttachmentRoute = { readonly params: Promise<{ readonly id: string }> };

const noStore = { "cache-control": "no-store" } as const;

/**
 * POST /api/attachments, the file as the body and its name, percent-encoded, in the header `x-file-name`: stores a file
 * and has it read. 201 with its state.
 * @throws ChatError unauthorized, quota_exceeded, too_large, bad_request (no kind of file that can be read), conflict
 *   (no room for it), model_unavailable (the server ends, or is full of others' uploads)
 */
export async function postAttachment(request: Request): Promise<Response> {
  if (isShuttingDown())
    throw new ChatError("model_unavailable", sentences.shuttingDown, { retryAfterSeconds: 5 });
  const viewer = await requireViewer(request);
  await limitUploads(viewer.userId, readAddressKey(request.headers), planOf(viewer));
  const content = await readUpload(request);
  const { userId, tenantId } = viewer;
  const upload = { userId, tenantId, name: nameOf(request), content };
  const state = await storeUpload(upload, {
    takesImages: readAttachmentLimits().images !== null,
    sendJob: (id, db) => sendAttachmentJob(id, userId, db),
  });
  return Response.json(state, { status: 201, headers: noStore });
}

/** GET /api/attachments/[id]: the state of one's own file. @throws ChatError unauthorized, not_found */
export async function readAttachmentState(request: Request, { params }: AttachmentRoute): Promise<Response> {
  const viewer = await requireViewer(request);
  return Response.json(await findUpload(requireId((await params).id), viewer.userId), { headers: noStore });
}

/**
 * DELETE /api/attachments/[id]: takes a file back that was not sent yet.
 * @throws ChatError unauthorized, not_found, conflict (it was sent)
 */
export async function removeAttachment(request: Request, { params }: AttachmentRoute): Promise<Response> {
  const viewer = await requireViewer(request);
  await deleteUpload(requireId((await params).id), viewer.userId);
  return Response.json({ deleted: true }, { headers: noStore });
}

/**
 * GET /api/attachments/[id]/file: one's own file, as `sendPrivateFile` sends it.
 * @throws ChatError unauthorized, not_found
 */
export async function sendAttachmentFile(request: Request, { params }: AttachmentRoute): Promise<Response> {
  const viewer = await requireViewer(request);
  const { name, content } = await findUploadedFile(requireId((await params).id), viewer.userId);
  return sendPrivateFile(content, name);
}

function nameOf(request: Request): string {
  try {
    return decodeURIComponent(request.headers.get(FILE_NAME_HEADER) ?? "");
  } catch (cause) {
    throw new ChatError("bad_request", sentences.badFileName, { cause });
  }
}

function requireId(id: string): string {
  const parsed = attachmentIdSchema.safeParse(id);
  if (!parsed.success) throw new ChatError("not_found", sentences.noFileHere);
  return parsed.data;
}
