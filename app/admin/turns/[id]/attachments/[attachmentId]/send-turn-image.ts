import "server-only";
import { z } from "zod";
import { requireAdmin } from "@/lib/auth/require-admin";
import { sentences } from "@/lib/config/sentences";
import { sendPrivateFile } from "@/lib/pipeline/routes/send-private-file";
import { ChatError } from "@/lib/protocol/chat-error";
import { readTurnImage } from "@/lib/review/read-turn-image";

const paramsSchema = z.object({ id: z.uuid(), attachmentId: z.uuid() });

/** An image that was sent with a question. @throws ChatError not_found, also to everybody who is no admin */
export async function sendTurnImage(
  request: Request,
  { params }: { params: Promise<Record<string, string>> },
): Promise<Response> {
  const admin = await requireAdmin(request.headers);
  const parsed = paramsSchema.safeParse(await params);
  if (!parsed.success) throw new ChatError("not_found", sentences.pageNotFound);
  const { id, attachmentId } = parsed.data;
  return sendPrivateFile(await readTurnImage({ id: attachmentId, turnId: id, tenantId: admin.tenantId }));
}
