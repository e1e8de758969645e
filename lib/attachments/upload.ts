import "server-only";
import { attachments } from "@/lib/config/attachments";
import { fileFailureSentences, sentences } from "@/lib/config/sentences";
import {
  type AttachmentRow,
  deleteUnsentAttachment,
  findAttachmentFile,
  findAttachments,
  insertAttachment,
} from "@/lib/db/attachments";
import { newId } from "@/lib/db/ids";
import type { Queryable } from "@/lib/db/pool";
import type { AttachmentState } from "@/lib/protocol/attachment";
import { ChatError } from "@/lib/protocol/chat-error";
import { cleanName } from "./clean-name";
import { describeAttachment } from "./describe-attachment";
import { type DetectedKind, detectKind } from "./detect-kind";

type Upload = {
  readonly userId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly content: Uint8Array;
};

const kinds = { text: "TEXT", markdown: "MARKDOWN", pdf: "PDF" } as const;

const refusals: Readonly<Record<Exclude<DetectedKind, keyof typeof kinds>, string>> = {
  empty: sentences.fileEmpty,
  image: sentences.fileIsImage,
  document: sentences.fileIsDocument,
  other: sentences.fileIsNotText,
};

/**
 * Stores a person's file and sends for it to be read, both or neither.
 * @throws ChatError bad_request (no kind of file that can be read), conflict (no room for it)
 */
export async function storeUpload(
  { userId, tenantId, name: givenName, content }: Upload,
  sendJob: (id: string, db: Queryable) => Promise<void>,
): Promise<AttachmentState> {
  const name = cleanName(givenName);
  const kind = detectKind(content, name);
  if (kind !== "text" && kind !== "markdown" && kind !== "pdf")
    throw new ChatError("bad_request", refusals[kind]);
  const id = newId();
  const file = { id, name, kind: kinds[kind], tenantId, userId, content };
  const isStored = await insertAttachment(file, attachments.maxStoredBytes, (db) => sendJob(id, db));
  if (!isStored) throw new ChatError("conflict", sentences.storageFull);
  return { id, name, kind, byteLength: content.byteLength, pages: null, status: "pending" };
}

/** How it stands with a person's file. @throws ChatError not_found */
export async function findUpload(id: string, userId: string): Promise<AttachmentState> {
  return stateOf(await requireOne(id, userId));
}

/** A person's file as it was uploaded. @throws ChatError not_found */
export async function findUploadedFile(
  id: string,
  userId: string,
): Promise<{ readonly name: string; readonly content: Uint8Array<ArrayBuffer> }> {
  const file = await findAttachmentFile(id, userId);
  if (file === null) throw new ChatError("not_found", sentences.noFileHere);
  return file;
}

/** Takes a file back that was not sent. @throws ChatError not_found, conflict (it was sent) */
export async function deleteUpload(id: string, userId: string): Promise<void> {
  if (await deleteUnsentAttachment(id, userId)) return;
  await requireOne(id, userId);
  throw new ChatError("conflict", sentences.fileSent);
}

async function requireOne(id: string, userId: string): Promise<AttachmentRow> {
  const [row] = await findAttachments([id], userId);
  if (row === undefined) throw new ChatError("not_found", sentences.noFileHere);
  return row;
}

function stateOf(row: AttachmentRow): AttachmentState {
  const status = ({ PENDING: "pending", READY: "ready", FAILED: "failed" } as const)[row.status];
  const message = row.reason === null ? {} : { message: fileFailureSentences[row.reason] };
  return { ...describeAttachment(row), status, ...message };
}
