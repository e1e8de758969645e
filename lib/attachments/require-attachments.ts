import "server-only";
import { attachmentLimits } from "@/lib/config/attachments";
import { sentences } from "@/lib/config/sentences";
import { findAttachments } from "@/lib/db/attachments";
import type { AttachmentReference } from "@/lib/protocol/attachment";
import { ChatError } from "@/lib/protocol/chat-error";
import { describeAttachment } from "./describe-attachment";

/**
 * The files of a question that a person asks in a chat, in their order.
 * @throws ChatError bad_request (too many, one twice, one that cannot be read), not_found (no such file, or another's),
 *   conflict (one is still being read, or belongs to another chat)
 */
export async function requireAttachments(
  ids: readonly string[],
  userId: string,
  chatId: string,
): Promise<AttachmentReference[]> {
  if (ids.length > attachmentLimits.maxFiles) throw new ChatError("bad_request", sentences.tooManyFiles);
  if (new Set(ids).size < ids.length) throw new ChatError("bad_request", sentences.fileTwice);
  const rows = await findAttachments(ids, userId);
  return ids.map((id) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (row === undefined) throw new ChatError("not_found", sentences.noSuchFile);
    if (row.chatId !== null && row.chatId !== chatId)
      throw new ChatError("conflict", sentences.fileOfOtherChat);
    if (row.status === "PENDING")
      throw new ChatError("conflict", sentences.filePending, { retryAfterSeconds: 1 });
    if (row.status === "FAILED") throw new ChatError("bad_request", sentences.fileFailed);
    return describeAttachment(row);
  });
}
