import "server-only";
import { getPool } from "./pool";

export type ChatListing = {
  readonly id: string;
  readonly title: string | null;
  readonly updatedAt: Date;
  readonly pinnedAt: Date | null;
};

const COLUMNS = `c.id, c.title, c.updated_at AS "updatedAt", c.pinned_at AS "pinnedAt"`;
const IS_LISTED = "c.deleted_at IS NULL AND (c.leaf_id IS NOT NULL OR c.running_turn_id IS NOT NULL)";

/** A person's chats, pinned ones first, then newest first; without those in which nothing was ever answered. */
export async function listChatsOf(userId: string, limit: number): Promise<ChatListing[]> {
  const { rows } = await getPool().query<ChatListing>({
    name: "list-chats",
    text: `SELECT ${COLUMNS} FROM chats c WHERE c.user_id = $1 AND ${IS_LISTED}
            ORDER BY c.pinned_at DESC NULLS LAST, c.updated_at DESC LIMIT $2`,
    values: [userId, limit],
  });
  return rows;
}

/**
 * A person's chats with some words in their title or in a message, newest first. The title is found by
 * chats_user_id_updated_at_idx, the messages by messages_search_idx.
 * @param titlePart a part of the title, in either case
 * @param words a text search query, see to_tsquery
 */
export async function searchChatsOf(
  userId: string,
  { titlePart, words }: { readonly titlePart: string; readonly words: string },
  limit: number,
): Promise<ChatListing[]> {
  const { rows } = await getPool().query<ChatListing>(
    `SELECT ${COLUMNS} FROM chats c
      WHERE c.user_id = $1 AND ${IS_LISTED}
        AND (strpos(lower(c.title), lower($2)) > 0
             OR EXISTS (SELECT FROM messages m
                         WHERE m.chat_id = c.id AND message_search(m.content) @@ to_tsquery('parapet', $3)))
      ORDER BY c.updated_at DESC LIMIT $4`,
    [userId, titlePart, words, limit],
  );
  return rows;
}

/** What a person may change about a chat; what is undefined stays. */
export type ChatChange = {
  readonly title?: string | undefined;
  readonly pinned?: boolean | undefined;
  readonly deleted?: boolean | undefined;
};

/**
 * Changes a person's chat. Deleting hides it and keeps its records, so it can be taken back; a hidden chat takes no
 * other change.
 * @returns false when there is none, or it is another's
 */
export async function updateChat(chatId: string, userId: string, change: ChatChange): Promise<boolean> {
  const { rowCount } = await getPool().query({
    name: "update-chat",
    text: `
      UPDATE chats
         SET title = coalesce($3::text, title),
             pinned_at = CASE WHEN $4::boolean IS NULL THEN pinned_at WHEN $4::boolean THEN coalesce(pinned_at, now()) END,
             deleted_at = CASE WHEN $5::boolean IS NULL THEN deleted_at WHEN $5::boolean THEN coalesce(deleted_at, now()) END
       WHERE id = $1 AND user_id = $2 AND (deleted_at IS NULL OR $5::boolean IS NOT NULL)`,
    values: [chatId, userId, change.title ?? null, change.pinned ?? null, change.deleted ?? null],
  });
  return rowCount === 1;
}
