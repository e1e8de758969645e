import "server-only";
import { sentences } from "@/lib/config/sentences";
import { moveLeaf } from "@/lib/db/branches";
import { findChatHead } from "@/lib/db/chats";
import { ChatError } from "@/lib/protocol/chat-error";

/**
 * Shows another version of a question or an answer: the chat continues from the newest answer below it.
 * @throws ChatError not_found (also another's chat), conflict while the chat is being answered
 */
export async function chooseBranch(chatId: string, userId: string, messageId: string): Promise<void> {
  if (await moveLeaf(chatId, userId, messageId)) return;
  const chat = await findChatHead(chatId, userId);
  if (chat === null || chat.runningTurnId === null) throw new ChatError("not_found", sentences.notFound);
  throw new ChatError("conflict", sentences.conflictRunning, { retryAfterSeconds: 2 });
}
