import "server-only";
import { findSiblings } from "@/lib/db/branches";
import { findBranch, findChatHead, type StoredMessage } from "@/lib/db/chats";
import { findRatings } from "@/lib/db/feedback";
import { findTurnQuestion } from "@/lib/db/turns";
import type { ChatMessage, ChatMetadata } from "@/lib/protocol/chat-message";
import { toMessageParts } from "@/lib/protocol/message-content";

/** More than anyone scrolls through; older messages of a longer branch are not loaded. */
export const MAX_MESSAGES = 1_000;

export type Chat = {
  readonly id: string;
  readonly title: string | null;
  /** The current branch, oldest first; with the question of a running turn at its end. */
  readonly messages: ChatMessage[];
  /** A turn is being answered: its stream can be resumed. */
  readonly running: boolean;
};

/** A person's chat as its page shows it; null when there is none, it is deleted, or it is another's. */
export async function findChat(chatId: string, userId: string): Promise<Chat | null> {
  const head = await findChatHead(chatId, userId);
  if (head === null) return null;
  const running = head.runningTurnId !== null;
  const leafId = head.runningTurnId === null ? head.leafId : await findTurnQuestion(head.runningTurnId);
  const branch = leafId === null ? [] : await findBranch(chatId, leafId, MAX_MESSAGES);
  return { id: head.id, title: head.title, messages: await withVersions(chatId, userId, branch), running };
}

async function withVersions(
  chatId: string,
  userId: string,
  branch: readonly StoredMessage[],
): Promise<ChatMessage[]> {
  const parents = branch.map(({ parentId }) => parentId);
  const ids = branch.map(({ id }) => id);
  const turnIds = branch.flatMap(({ role, turnId }) => (role === "ASSISTANT" ? [turnId] : []));
  const [siblings, ratings] = await Promise.all([
    findSiblings(chatId, ids, parents),
    findRatings(turnIds, userId),
  ]);
  const families = Map.groupBy(siblings, ({ parentId }) => parentId);
  return branch.map((message) => {
    const family = families.get(message.parentId) ?? [];
    const rating = message.role === "ASSISTANT" ? ratings.get(message.turnId) : undefined;
    return toChatMessage(message, {
      ...(family.length > 1 && { siblingIds: family.map(({ id }) => id) }),
      ...(rating !== undefined && { rating: rating === "UP" ? "up" : "down" }),
    });
  });
}

function toChatMessage(
  message: StoredMessage,
  more: Pick<ChatMetadata, "siblingIds" | "rating">,
): ChatMessage {
  return {
    id: message.id,
    role: message.role === "USER" ? "user" : "assistant",
    parts: toMessageParts(message.content),
    metadata: {
      turnId: message.turnId,
      parentId: message.parentId,
      createdAt: message.createdAt.toISOString(),
      ...more,
    },
  };
}
