import "server-only";
import type { MessageContent } from "@/lib/protocol/message-content";
import { getPool } from "./pool";

export type TurnName = { readonly chatId: string; readonly messageId: string; readonly requestId: string };

export type NamedTurn = {
  readonly turnId: string;
  readonly status: TurnStatus;
  readonly userId: string;
  /** SHA-256 of what was asked, hexadecimal. */
  readonly contentHash: string;
};

export type TurnStatus = "RUNNING" | "COMPLETED" | "STOPPED" | "INTERRUPTED" | "FAILED" | "BLOCKED";

/** Selects the turns behind names `n`; the condition on `n` is to be added. */
export const NAMED_TURN = `
      SELECT n.turn_id AS "turnId", t.status, t.user_id AS "userId", encode(n.content_hash, 'hex') AS "contentHash"
        FROM turn_names n JOIN turns t ON t.id = n.turn_id`;

const FIND_BY_NAME = {
  name: "find-turn-by-name",
  text: `${NAMED_TURN} WHERE n.chat_id = $1 AND n.message_id = $2 AND n.request_id = $3`,
};

/** The turn that a request names, whoever's it is. */
export async function findTurnByName(name: TurnName): Promise<NamedTurn | null> {
  const values = [name.chatId, name.messageId, name.requestId];
  const { rows } = await getPool().query<NamedTurn>({ ...FIND_BY_NAME, values });
  return rows[0] ?? null;
}

export type ClosedTurn = {
  readonly id: string;
  readonly status: Exclude<TurnStatus, "RUNNING">;
  readonly answer: MessageContent;
  readonly answerTokens: number;
  readonly modelAnswered: string | null;
  readonly promptVersionId: string | null;
  readonly notices: readonly string[];
  readonly passages: readonly unknown[];
  readonly trace: readonly unknown[];
  readonly errorCode: string | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costNanos: bigint;
  readonly withheldLength: number;
  readonly firstContentMs: number | null;
  readonly durationMs: number | null;
};

/**
 * Closes a running turn in one statement: stores the answer as it was shown, settles the reservation against what the
 * attempts cost, and frees the chat. Of a chat that is gone with its owner's account, only the money is settled. A turn
 * that is no longer running is left as it is.
 * @returns whether this call closed it
 */
export async function closeTurn(turn: ClosedTurn): Promise<boolean> {
  const { rowCount } = await getPool().query({
    name: "close-turn",
    text: `
      WITH closed AS (
        UPDATE turns SET status = $2::turn_status, model_answered = $5, prompt_version_id = coalesce($6, prompt_version_id), notices = $7, passages = $8,
               trace = $9, error_code = $10, input_tokens = $11, output_tokens = $12, cost_nanos = $13,
               withheld_length = $14, first_content_ms = $15, duration_ms = $16, finished_at = now()
         WHERE id = $1::uuid AND status = 'RUNNING'
        RETURNING id, chat_id, question_id, user_id, address_key, created_at, reserved_tokens, reserved_nanos),
      answer AS (
        INSERT INTO messages (chat_id, id, parent_id, role, turn_id, content, tokens)
        SELECT chat_id, id::text, question_id, 'ASSISTANT', id, $3::jsonb, $4 FROM closed
         WHERE EXISTS (SELECT FROM chats WHERE chats.id = closed.chat_id) ON CONFLICT DO NOTHING),
      locked AS MATERIALIZED (
        SELECT subject FROM usage_counters
         WHERE subject IN (SELECT 'user:' || user_id FROM closed UNION ALL SELECT 'address:' || address_key FROM closed)
         ORDER BY subject FOR UPDATE),
      settled AS (
        UPDATE usage_counters c
           SET day_tokens = greatest(0, c.day_tokens + $11::bigint + $12::bigint - closed.reserved_tokens),
               day_nanos = greatest(0, c.day_nanos + $13::bigint - closed.reserved_nanos)
          FROM closed, locked WHERE c.subject = locked.subject
           AND c.day_start = date_trunc('day', closed.created_at, 'UTC')),
      freed AS (
        UPDATE chats SET running_turn_id = NULL, leaf_id = closed.id::text, updated_at = now()
          FROM closed WHERE chats.id = closed.chat_id AND chats.running_turn_id = closed.id)
      SELECT id FROM closed`,
    values: [
      turn.id,
      turn.status,
      JSON.stringify(turn.answer),
      turn.answerTokens,
      turn.modelAnswered,
      turn.promptVersionId,
      turn.notices,
      JSON.stringify(turn.passages),
      JSON.stringify(turn.trace),
      turn.errorCode,
      turn.inputTokens,
      turn.outputTokens,
      turn.costNanos,
      turn.withheldLength,
      turn.firstContentMs,
      turn.durationMs,
    ],
  });
  return rowCount === 1;
}

/** Whether a turn is still being answered. */
export async function isTurnRunning(turnId: string): Promise<boolean> {
  const { rows } = await getPool().query<{ running: boolean }>({
    name: "is-turn-running",
    text: "SELECT status = 'RUNNING' AS running FROM turns WHERE id = $1",
    values: [turnId],
  });
  return rows[0]?.running ?? false;
}

export type AbandonedTurn = { readonly id: string; readonly serverId: number | null };

/** All turns that are marked as running, on whichever server. */
export async function findRunningTurns(): Promise<AbandonedTurn[]> {
  const { rows } = await getPool().query<AbandonedTurn>(
    `SELECT id, server_id AS "serverId" FROM turns WHERE status = 'RUNNING'`,
  );
  return rows;
}

/** The id of the message that a turn answers. */
export async function findTurnQuestion(turnId: string): Promise<string | null> {
  const { rows } = await getPool().query<{ id: string }>(
    `SELECT question_id AS id FROM turns WHERE id = $1`,
    [turnId],
  );
  return rows[0]?.id ?? null;
}
