import "server-only";
import { getPool } from "./pool";

export type Share = { readonly token: string; readonly createdAt: Date };

/** The link of a person's chat; null when it is not shared, or another's. */
export async function findShareOf(chatId: string, userId: string): Promise<Share | null> {
  const { rows } = await getPool().query<Share>(
    `SELECT s.token, s.created_at AS "createdAt" FROM shares s JOIN chats c ON c.id = s.chat_id
      WHERE c.id = $1 AND c.user_id = $2 AND c.deleted_at IS NULL`,
    [chatId, userId],
  );
  return rows[0] ?? null;
}

/**
 * Shares a person's chat as it stands now: under the link it has, or under a new one.
 * @returns null when there is no such chat, it is another's, or nothing in it has been answered yet
 */
export async function storeShare(chatId: string, userId: string, newToken: string): Promise<Share | null> {
  const { rows } = await getPool().query<Share>(
    `INSERT INTO shares (token, chat_id, leaf_id)
     SELECT $3, id, leaf_id FROM chats
      WHERE id = $1 AND user_id = $2 AND deleted_at IS NULL AND leaf_id IS NOT NULL
     ON CONFLICT (chat_id) DO UPDATE SET leaf_id = excluded.leaf_id
     RETURNING token, created_at AS "createdAt"`,
    [chatId, userId, newToken],
  );
  return rows[0] ?? null;
}

/** Ends a link for good: sharing again makes another one. */
export async function deleteShare(chatId: string, userId: string): Promise<void> {
  await getPool().query(
    "DELETE FROM shares USING chats WHERE shares.chat_id = chats.id AND chats.id = $1 AND chats.user_id = $2",
    [chatId, userId],
  );
}

export type SharedChat = { readonly chatId: string; readonly title: string | null; readonly leafId: string };

/** What a link leads to; null when it was revoked, never was, or its chat is deleted. */
export async function findSharedChat(token: string): Promise<SharedChat | null> {
  const { rows } = await getPool().query<SharedChat>(
    `SELECT c.id AS "chatId", c.title, s.leaf_id AS "leafId" FROM shares s JOIN chats c ON c.id = s.chat_id
      WHERE s.token = $1 AND c.deleted_at IS NULL`,
    [token],
  );
  return rows[0] ?? null;
}
