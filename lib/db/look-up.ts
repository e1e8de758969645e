import "server-only";
import type { MessageContent } from "@/lib/protocol/message-content";
import { getPool } from "./pool";
import { SESSION_USER, type SessionUser } from "./sessions";
import { NAMED_TURN, type NamedTurn, type TurnName } from "./turns";

/** What a question is looked up by. */
export type Asked = TurnName & {
  readonly sessionToken: string;
  /** The message it continues; null: the beginning of the chat; undefined: the chat's leaf. */
  readonly parentId: string | null | undefined;
  /** The question is there already and is to be answered once more. */
  readonly regenerate: boolean;
  /** How many messages before it are wanted. */
  readonly maxMessages: number;
};

export type EarlierMessage = {
  readonly role: "USER" | "ASSISTANT";
  readonly content: MessageContent;
  readonly tokens: number;
  /** A guard refused it, each time it was asked. */
  readonly isRefused: boolean;
};

/** What the database knows of a question before it is let in. */
export type Known = {
  /** Null: the session has ended, or the person is banned. */
  readonly viewer: SessionUser | null;
  /** The turn that was asked before under the same name, whoever's it is. */
  readonly named: NamedTurn | null;
  /** Null: the chat's id is free. */
  readonly chat: { readonly isOwn: boolean } | null;
  /** The question that is to be answered once more. */
  readonly question: (Pick<EarlierMessage, "role" | "content"> & { readonly parentId: string | null }) | null;
  /** The message that the question continues, by its id, and what leads up to it, oldest first. */
  readonly parentId: string | null;
  readonly branch: readonly EarlierMessage[];
};

const LOOK_UP = {
  name: "look-up",
  text: `
    WITH RECURSIVE viewer AS MATERIALIZED (${SESSION_USER} WHERE s.token = $1),
    named AS (${NAMED_TURN} WHERE n.chat_id = $2 AND n.message_id = $3 AND n.request_id = $4),
    chat AS MATERIALIZED (
      SELECT leaf_id, coalesce(deleted_at IS NULL AND user_id = (SELECT "userId" FROM viewer), false) AS "isOwn"
        FROM chats WHERE id = $2),
    question AS MATERIALIZED (
      SELECT parent_id AS "parentId", role, content FROM messages WHERE $5 AND chat_id = $2 AND id = $3),
    place AS MATERIALIZED (
      SELECT CASE WHEN $5 THEN (SELECT "parentId" FROM question) WHEN $6 THEN leaf_id ELSE $7 END AS id
        FROM chat WHERE "isOwn"),
    branch AS (
      SELECT m.id, m.parent_id, m.role, m.turn_id, m.content, m.tokens, 1 AS depth
        FROM place p JOIN messages m ON m.chat_id = $2 AND m.id = p.id
      UNION ALL
      SELECT m.id, m.parent_id, m.role, m.turn_id, m.content, m.tokens, b.depth + 1
        FROM branch b JOIN messages m ON m.chat_id = $2 AND m.id = b.parent_id WHERE b.depth < $8),
    earlier AS (
      SELECT b.*, b.role = 'USER'
                  AND EXISTS (SELECT FROM turns t WHERE t.id = b.turn_id AND t.status = 'BLOCKED')
                  AND NOT EXISTS (SELECT FROM turns t
                                   WHERE t.chat_id = $2 AND t.question_id = b.id AND t.status <> 'BLOCKED') AS refused
        FROM branch b)
    SELECT (SELECT row_to_json(viewer) FROM viewer) AS viewer, (SELECT row_to_json(named) FROM named) AS named,
           (SELECT row_to_json(chat) FROM chat) AS chat, (SELECT row_to_json(question) FROM question) AS question,
           (SELECT id FROM place) AS "parentId",
           (SELECT coalesce(json_agg(json_build_object('role', role, 'content', content, 'tokens', tokens,
                                                       'isRefused', refused)
                                     ORDER BY depth DESC), '[]') FROM earlier) AS branch`,
};

/** Who asks, whether they asked it before, and what came before it in its chat: all in one statement. */
export async function lookUp(asked: Asked): Promise<Known> {
  const { rows } = await getPool().query<Known>({
    ...LOOK_UP,
    values: [
      ...[asked.sessionToken, asked.chatId, asked.messageId, asked.requestId, asked.regenerate],
      ...[asked.parentId === undefined, asked.parentId ?? null, asked.maxMessages],
    ],
  });
  const [known] = rows;
  if (known === undefined) throw new Error("The database did not say what it knows of a question.");
  return known;
}
