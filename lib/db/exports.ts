import "server-only";
import type { MessageContent } from "@/lib/protocol/message-content";
import { getPool } from "./pool";

/** Rows read at a time: an export holds no more than this in memory, however much a person has written. */
const PAGE_SIZE = 200;

export type ExportedChat = {
  readonly id: string;
  readonly title: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Deleting a chat hides it; what is kept is in the export. */
  readonly deletedAt: Date | null;
};

/** All chats of a person, hidden ones too, one after the other. */
export function readChatsOf(userId: string): AsyncGenerator<ExportedChat> {
  return paged(
    `SELECT id, title, created_at AS "createdAt", updated_at AS "updatedAt", deleted_at AS "deletedAt"
       FROM chats WHERE user_id = $1 AND id > $2 ORDER BY id`,
    userId,
  );
}

export type ExportedMessage = {
  readonly id: string;
  readonly parentId: string | null;
  readonly role: "USER" | "ASSISTANT";
  readonly content: MessageContent;
  readonly createdAt: Date;
};

/** All messages of a chat, one after the other. The caller has made sure whose chat it is. */
export function readMessagesOf(chatId: string): AsyncGenerator<ExportedMessage> {
  return paged(
    `SELECT id, parent_id AS "parentId", role, content, created_at AS "createdAt"
       FROM messages WHERE chat_id = $1 AND id > $2 ORDER BY id`,
    chatId,
  );
}

export type ExportedTurn = {
  readonly id: string;
  readonly chatId: string;
  readonly status: string;
  readonly plan: string;
  readonly model: string | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costNanos: string | null;
  readonly rating: "UP" | "DOWN" | null;
  readonly ratingReason: string | null;
  readonly createdAt: Date;
};

/** All turns of a person with what they used and how they were rated, one after the other. */
export function readTurnsOf(userId: string): AsyncGenerator<ExportedTurn> {
  return paged(
    `SELECT t.id, t.chat_id AS "chatId", t.status, t.plan, t.model_answered AS model, t.input_tokens AS "inputTokens",
            t.output_tokens AS "outputTokens", t.cost_nanos AS "costNanos", f.rating, f.reason AS "ratingReason",
            t.created_at AS "createdAt"
       FROM turns t LEFT JOIN feedback f ON f.turn_id = t.id AND f.user_id = $1
      WHERE t.user_id = $1 AND ($2 = '' OR t.id > nullif($2, '')::uuid) ORDER BY t.id`,
    userId,
  );
}

export type ExportedAttachment = {
  readonly id: string;
  readonly chatId: string | null;
  readonly name: string;
  readonly status: string;
  readonly createdAt: Date;
  /** What was read from it. */
  readonly text: string | null;
  /** The file, base64. */
  readonly content: string | null;
};

/** All files of a person, one after the other: each may be large, so no two are in memory. */
export function readAttachmentsOf(userId: string): AsyncGenerator<ExportedAttachment> {
  return paged(
    `SELECT id, chat_id AS "chatId", name, status, created_at AS "createdAt", text,
            translate(encode(content, 'base64'), E'\\n', '') AS content
       FROM attachments WHERE user_id = $1 AND ($2 = '' OR id > nullif($2, '')::uuid) ORDER BY id`,
    userId,
    1,
  );
}

/** @param sql selects rows of `owner` ($1) whose id lies behind $2, in the order of their ids */
async function* paged<Row extends { readonly id: string }>(
  sql: string,
  owner: string,
  pageSize = PAGE_SIZE,
): AsyncGenerator<Row> {
  for (let after = ""; ; ) {
    const { rows } = await getPool().query<Row>(`${sql} LIMIT ${pageSize}`, [owner, after]);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = last.id;
  }
}
