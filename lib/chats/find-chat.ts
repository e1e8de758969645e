import "server-only";
import { findSiblings } from "@/lib/db/branches";
import { findBranch, findChatHead, type StoredMessage } from "@/lib/db/chats";
import { findTurnQuestion } from "@/lib/db/turns";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import { toMessageParts } from "@/lib/protocol/message-content";

/** More than anyone scrolls through; older messages of a longer branch are not loaded. */
const MAX_MESSAGES = 1_000;

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
  return { id: head.id, title: head.title, messages: await withSiblings(chatId, branch), running };
}

async function withSiblings(chatId: string, branch: readonly StoredMessage[]): Promise<ChatMessage[]> {
  const parents = branch.map(({ parentId }) => parentId);
  const ids = branch.map(({ id }) => id);
  const family = Map.groupBy(await findSiblings(chatId, ids, parents), ({ parentId }) => parentId);
  return branch.map((message) => {
    const siblings = family.get(message.parentId) ?? [];
    return toChatMessage(message, siblings.length > 1 ? siblings.map(({ id }) => id) : undefined);
  });
}

function toChatMessage(message: StoredMessage, siblingIds: readonly string[] | undefined): ChatMessage {
  return {
    id: message.id,
    role: message.role === "USER" ? "user" : "assistant",
    parts: toMessageParts(message.content),
    metadata: {
      turnId: message.turnId,
      parentId: message.parentId,
      createdAt: message.createdAt.toISOString(),
      ...(siblingIds !== undefined && { siblingIds }),
    },
  };
}
