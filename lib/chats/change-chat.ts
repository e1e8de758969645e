import "server-only";
import { sentences } from "@/lib/config/sentences";
import { type ChatChange, updateChat } from "@/lib/db/chat-history";
import { ChatError } from "@/lib/protocol/chat-error";

/** Renames, pins, deletes or restores a person's chat. @throws ChatError not_found, also when it is another's */
export async function changeChat(chatId: string, userId: string, change: ChatChange): Promise<void> {
  if (!(await updateChat(chatId, userId, change))) throw new ChatError("not_found", sentences.notFound);
}
