import "server-only";
import { generation } from "@/lib/config/generation";
import { sentences } from "@/lib/config/sentences";
import {
  type ChatHead,
  findBranch,
  findChatHead,
  findMessage,
  isChatIdTaken,
  type StoredMessage,
} from "@/lib/db/chats";
import type { AttachmentReference } from "@/lib/protocol/attachment";
import { ChatError } from "@/lib/protocol/chat-error";
import { attachmentsOfContent, textOfContent } from "@/lib/protocol/message-content";

/** One earlier message that goes with a question. */
export type HistoryMessage = {
  readonly role: "user" | "assistant";
  readonly text: string;
  readonly tokens: number;
};

/** Where a question stands in its chat. */
export type Conversation = {
  readonly parentId: string | null;
  /** Newest messages that fit `generation.maxHistoryTokens`, oldest first. */
  readonly history: readonly HistoryMessage[];
  /** Files of the questions before, the newest first. */
  readonly earlierFiles: readonly AttachmentReference[];
};

type Place = {
  readonly chatId: string;
  readonly userId: string;
  readonly messageId: string;
  readonly text: string;
  /** Ids of the files that are sent with it. */
  readonly attachmentIds: readonly string[];
  /** Null: the beginning of the chat. */
  readonly parentId: string | null | undefined;
  readonly regenerate: boolean;
};

const beginning: Conversation = { parentId: null, history: [], earlierFiles: [] };

/**
 * Finds the messages that a question continues: those up to `parentId`, to the chat's leaf when it is undefined, or to
 * the parent of the question that is asked again.
 * @throws ChatError not_found (another's chat, no such parent or question), conflict (another text or other files under
 *   this id)
 */
export async function loadConversation(place: Place): Promise<Conversation> {
  const chat = await findChat(place);
  if (chat === null) {
    if (place.regenerate || typeof place.parentId === "string")
      throw new ChatError("not_found", sentences.notFound);
    return beginning;
  }
  const parentId = place.regenerate ? await parentOfQuestion(place) : leafOf(place.parentId, chat);
  if (parentId === null) return beginning;
  const branch = await findBranch(place.chatId, parentId, generation.maxHistoryMessages);
  if (branch.length === 0) throw new ChatError("not_found", sentences.questionNotFound);
  const earlierFiles = branch.toReversed().flatMap(({ content }) => attachmentsOfContent(content));
  return { parentId, history: newestThatFit(branch), earlierFiles };
}

/** The person's chat; null when the id is free. @throws ChatError not_found when it is another's */
async function findChat(place: Place): Promise<ChatHead | null> {
  const chat = await findChatHead(place.chatId, place.userId);
  if (chat !== null || !(await isChatIdTaken(place.chatId))) return chat;
  // Taken since we looked, perhaps by the same question that was sent twice.
  const created = await findChatHead(place.chatId, place.userId);
  if (created === null) throw new ChatError("not_found", sentences.notFound);
  return created;
}

function leafOf(parentId: string | null | undefined, chat: ChatHead): string | null {
  return parentId === undefined ? chat.leafId : parentId;
}

async function parentOfQuestion(place: Place): Promise<string | null> {
  const question = await findMessage(place.chatId, place.messageId);
  if (question === null || question.role !== "USER")
    throw new ChatError("not_found", sentences.questionNotFound);
  const attachmentIds = attachmentsOfContent(question.content).map(({ id }) => id);
  const isSame =
    textOfContent(question.content) === place.text && attachmentIds.join() === place.attachmentIds.join();
  if (!isSame) throw new ChatError("conflict", sentences.conflictName);
  return question.parentId;
}

function newestThatFit(branch: readonly StoredMessage[]): HistoryMessage[] {
  const fitting: HistoryMessage[] = [];
  let tokens = 0;
  for (const message of branch.toReversed()) {
    tokens += message.tokens;
    if (tokens > generation.maxHistoryTokens) break;
    const text = textOfContent(message.content);
    // An answer that was stopped before its first word has nothing to say.
    if (text !== "")
      fitting.unshift({ role: message.role === "USER" ? "user" : "assistant", text, tokens: message.tokens });
  }
  return fitting;
}
