import "server-only";
import type { MessageContent } from "@/lib/protocol/message-content";
import { getPool, type Queryable } from "./pool";

export type ChatHead = {
  readonly id: string;
  readonly title: string | null;
  readonly leafId: string | null;
  readonly runningTurnId: string | null;
};

const FIND_HEAD = {
  name: "find-chat-head",
  text: `SELECT id, title, leaf_id AS "leafId", running_turn_id AS "runningTurnId"
           FROM chats WHERE id = $1 AND user_id = $2 AND deleted_at IS NULL`,
};

/** A person's chat; null when there is none, it is deleted, or it is another's. */
export async function findChatHead(chatId: string, userId: string): Promise<ChatHead | null> {
  const { rows } = await getPool().query<ChatHead>({ ...FIND_HEAD, values: [chatId, userId] });
  return rows[0] ?? null;
}

/** Replaces a chat's title, if it still has the one it was given first. @returns false when it has another */
export async function retitleChat(chatId: string, from: string, to: string): Promise<boolean> {
  const text = "UPDATE chats SET title = $3 WHERE id = $1 AND title = $2";
  const { rowCount } = await getPool().query(text, [chatId, from, to]);
  return rowCount === 1;
}

/** Makes sure that a chat exists, without touching one that does. */
export async function ensureChat(
  db: Queryable,
  chat: { id: string; tenantId: string; userId: string },
): Promise<void> {
  await db.query("INSERT INTO chats (id, tenant_id, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [
    chat.id,
    chat.tenantId,
    chat.userId,
  ]);
}

export type StoredMessage = {
  readonly id: string;
  readonly parentId: string | null;
  readonly role: "USER" | "ASSISTANT";
  readonly turnId: string;
  readonly content: MessageContent;
  readonly tokens: number;
  readonly createdAt: Date;
};

const MESSAGE_COLUMNS = `m.id, m.parent_id AS "parentId", m.role, m.turn_id AS "turnId", m.content, m.tokens, m.created_at AS "createdAt"`;

const FIND_BRANCH = {
  name: "find-branch",
  text: `
    WITH RECURSIVE branch AS (
      SELECT id, parent_id, 1 AS depth FROM messages WHERE chat_id = $1 AND id = $2
      UNION ALL
      SELECT m.id, m.parent_id, b.depth + 1 FROM branch b JOIN messages m ON m.chat_id = $1 AND m.id = b.parent_id
       WHERE b.depth < $3)
    SELECT ${MESSAGE_COLUMNS} FROM branch b JOIN messages m ON m.chat_id = $1 AND m.id = b.id ORDER BY b.depth DESC`,
};

/** The messages from the root to a message, at most the newest `limit` of them, oldest first. */
export async function findBranch(chatId: string, leafId: string, limit: number): Promise<StoredMessage[]> {
  const { rows } = await getPool().query<StoredMessage>({ ...FIND_BRANCH, values: [chatId, leafId, limit] });
  return rows;
}
