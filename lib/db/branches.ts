import "server-only";
import { getPool } from "./pool";

export type Sibling = { readonly id: string; readonly parentId: string | null };

/**
 * The messages beside those of a branch and themselves, oldest first. A question that a guard refused is no branch:
 * nothing follows it.
 * @param messageIds the messages of the branch
 * @param parentIds their parents; null stands for the beginning of the chat
 */
export async function findSiblings(
  chatId: string,
  messageIds: readonly string[],
  parentIds: readonly (string | null)[],
): Promise<Sibling[]> {
  const { rows } = await getPool().query<Sibling>({
    name: "find-siblings",
    text: `
      SELECT m.id, m.parent_id AS "parentId" FROM messages m
       WHERE m.chat_id = $1 AND (m.parent_id = ANY($2) OR (m.parent_id IS NULL AND $3))
         AND (m.role = 'ASSISTANT' OR m.id = ANY($4)
              OR EXISTS (SELECT FROM messages c WHERE c.chat_id = $1 AND c.parent_id = m.id))
       ORDER BY m.created_at, m.id`,
    values: [chatId, parentIds.filter((id) => id !== null), parentIds.includes(null), messageIds],
  });
  return rows;
}

/**
 * Makes the newest answer below a message the end of its chat's current branch.
 * @returns false when the chat is another's, deleted or being answered, or has no such message
 */
export async function moveLeaf(chatId: string, userId: string, messageId: string): Promise<boolean> {
  const { rowCount } = await getPool().query({
    name: "move-leaf",
    text: `
      WITH RECURSIVE below AS (
        SELECT id, role, created_at, 0 AS depth FROM messages WHERE chat_id = $1 AND id = $3
        UNION ALL
        SELECT m.id, m.role, m.created_at, b.depth + 1 FROM below b
          JOIN messages m ON m.chat_id = $1 AND m.parent_id = b.id),
      leaf AS (
        SELECT id FROM below ORDER BY role = 'ASSISTANT' DESC, created_at DESC, depth DESC, id DESC LIMIT 1)
      UPDATE chats SET leaf_id = leaf.id FROM leaf
       WHERE chats.id = $1 AND chats.user_id = $2 AND chats.deleted_at IS NULL AND chats.running_turn_id IS NULL`,
    values: [chatId, userId, messageId],
  });
  return rowCount === 1;
}
