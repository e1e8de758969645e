import "server-only";
import type { MessageContent } from "@/lib/protocol/message-content";
import type { Queryable } from "./pool";
import type { TurnName } from "./turns";
import type { GatedWork } from "./usage-counters";

export type NewTurn = TurnName & {
  readonly id: string;
  readonly tenantId: string;
  readonly userId: string;
  readonly plan: string;
  /** Whose counter the turn is taken from too, as a keyed hash; null when only the person's is. */
  readonly addressKey: string | null;
  readonly contentHash: Buffer;
  readonly status: "RUNNING" | "BLOCKED";
  readonly serverId: number | null;
  readonly modelRequested: string | null;
  readonly guardPolicyVersion: string;
  readonly reservedTokens: bigint;
  readonly reservedNanos: bigint;
  readonly question: {
    readonly parentId: string | null;
    readonly content: MessageContent;
    readonly tokens: number;
  };
};

/**
 * The inserts of a turn, its name and its question, one for each row of `source`. A question that is asked again for
 * another answer is there already and stays as it is.
 * @param before how many parameters the statement has before the turn's
 */
function turnInserts(source: string, before: number): string {
  const parameters = (text: string) => text.replace(/\$(\d+)/g, (_, number) => `$${Number(number) + before}`);
  return parameters(`
      name AS (
        INSERT INTO turn_names (chat_id, message_id, request_id, turn_id, content_hash)
        SELECT $2, $3, $4, $1::uuid, $5::bytea FROM ${source}),
      question AS (
        INSERT INTO messages (chat_id, id, parent_id, role, turn_id, content, tokens)
        SELECT $2, $3, $6, 'USER'::message_role, $1::uuid, $7::jsonb, $8::int FROM ${source} ON CONFLICT DO NOTHING),
      turn AS (
        INSERT INTO turns (id, tenant_id, user_id, chat_id, question_id, status, server_id, plan, model_requested,
                           guard_policy_version, reserved_tokens, reserved_nanos, address_key, notices, cost_nanos,
                           finished_at)
        SELECT $1::uuid, $9, $10, $2, $3, $11::turn_status, $12::int, $13, $14, $15, $16::bigint, $17::bigint, $18, '{}'::text[],
               CASE WHEN $11 = 'BLOCKED' THEN 0 END, CASE WHEN $11 = 'BLOCKED' THEN now() END
          FROM ${source})`);
}

function valuesOf(turn: NewTurn): unknown[] {
  return [
    ...[turn.id, turn.chatId, turn.messageId, turn.requestId, turn.contentHash],
    ...[turn.question.parentId, JSON.stringify(turn.question.content), turn.question.tokens],
    ...[turn.tenantId, turn.userId, turn.status, turn.serverId, turn.plan, turn.modelRequested],
    ...[turn.guardPolicyVersion, turn.reservedTokens, turn.reservedNanos, turn.addressKey],
  ];
}

/**
 * Stores a turn, its name and its question, in one statement.
 * @throws a unique violation (23505) when the name is taken
 */
export async function insertTurn(db: Queryable, turn: NewTurn): Promise<void> {
  const text = `WITH one AS (SELECT), ${turnInserts("one", 0)} SELECT`;
  await db.query({ name: "insert-turn", text, values: valuesOf(turn) });
}

/** Parameters of `grantUsage`, and of the chat. */
const CHAT_AT = 7;
const TURN_AT = CHAT_AT + 2;

const STEPS = `
    claimed AS (
      INSERT INTO chats (id, tenant_id, user_id, title, running_turn_id)
      SELECT $8, $${TURN_AT + 9}, $${TURN_AT + 10}, $9, $${TURN_AT + 1}::uuid FROM granted WHERE by_all
      ON CONFLICT (id) DO UPDATE
         SET running_turn_id = excluded.running_turn_id, updated_at = now(), title = coalesce(chats.title, excluded.title)
       WHERE chats.user_id = excluded.user_id AND chats.deleted_at IS NULL AND chats.running_turn_id IS NULL
      RETURNING id),
    ${turnInserts("claimed", TURN_AT)},`;

/**
 * Claims the chat for a turn, creating it when it is new, and stores the turn, its name and its question. The condition
 * is in the statement, so of two questions at once only one goes on; it does not when the chat is another's, deleted or
 * being answered.
 */
export function claimAndInsert(turn: NewTurn, title: string): GatedWork {
  return {
    name: "admit-turn",
    lockFirst: "SELECT FROM chats WHERE id = $8 FOR UPDATE",
    steps: STEPS,
    gate: "claimed",
    values: [turn.chatId, title, ...valuesOf(turn)],
  };
}
