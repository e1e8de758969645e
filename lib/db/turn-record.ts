import "server-only";
import type {
  AttemptRecord,
  FeedbackRecord,
  FlagRecord,
  GivenPassage,
  TurnRecord,
  VerdictRecord,
} from "@/lib/protocol/review/turn-record";
import { getPool } from "./pool";
import { findTurnAttachments, withFilePassages } from "./turn-attachments";

type HeadRow = Omit<
  TurnRecord,
  | "attempts"
  | "verdicts"
  | "flags"
  | "feedback"
  | "attachments"
  | "passages"
  | "stages"
  | "costNanos"
  | "reservedNanos"
> & {
  readonly costNanos: string | null;
  readonly reservedNanos: string;
  readonly trace: TurnRecord["stages"] | null;
};

const FIND_HEAD = `
  SELECT t.id, t.chat_id AS "chatId", t.status, t.user_id AS "userId", u.name AS "userName", u.email AS "userEmail",
         t.plan, t.model_requested AS "modelRequested", t.model_answered AS "modelAnswered",
         t.prompt_version_id AS "promptVersionId", p.content AS "promptContent",
         t.guard_policy_version AS "guardPolicyVersion", t.notices, t.error_code AS "errorCode",
         t.input_tokens AS "inputTokens", t.output_tokens AS "outputTokens", t.reserved_nanos AS "reservedNanos",
         t.cost_nanos AS "costNanos", t.withheld_length AS "withheldLength", t.first_content_ms AS "firstContentMs",
         t.duration_ms AS "durationMs", t.created_at AS "createdAt", t.finished_at AS "finishedAt", t.trace,
         q.content AS question, a.content AS answer
    FROM turns t
    LEFT JOIN users u ON u.id = t.user_id
    LEFT JOIN prompt_versions p ON p.id = t.prompt_version_id
    LEFT JOIN messages q ON q.chat_id = t.chat_id AND q.id = t.question_id
    LEFT JOIN messages a ON a.chat_id = t.chat_id AND a.id = t.id::text
   WHERE t.id = $1 AND t.tenant_id = $2`;

/** All that is on record about a turn, without the bytes of its calls; null when the tenant has no such turn. */
export async function findTurnRecord(turnId: string, tenantId: string): Promise<TurnRecord | null> {
  const [head, attempts, verdicts, attachments, passages, flags, feedback] = await Promise.all([
    getPool().query<HeadRow>(FIND_HEAD, [turnId, tenantId]),
    findAttempts(turnId),
    findVerdicts(turnId),
    findTurnAttachments(turnId),
    findPassages(turnId).then(withFilePassages),
    findFlags(turnId),
    findFeedback(turnId),
  ]);
  const row = head.rows[0];
  if (row === undefined) return null;
  const { trace, ...rest } = row;
  return {
    ...rest,
    costNanos: row.costNanos === null ? null : BigInt(row.costNanos),
    reservedNanos: BigInt(row.reservedNanos),
    stages: trace ?? [],
    ...{ attempts, verdicts, attachments, passages, flags, feedback },
  };
}

async function findAttempts(turnId: string): Promise<AttemptRecord[]> {
  const { rows } = await getPool().query<Omit<AttemptRecord, "costNanos"> & { costNanos: string }>(
    `SELECT id, purpose, status, provider, model_requested AS "modelRequested", model_answered AS "modelAnswered",
            fingerprint, provider_response_id AS "providerResponseId", temperature, seed,
            max_output_tokens AS "maxOutputTokens", finish_reason AS "finishReason", error_code AS "errorCode",
            error_message AS "errorMessage", request_url AS "requestUrl", request_headers AS "requestHeaders",
            response_status AS "responseStatus", response_headers AS "responseHeaders",
            input_uncached_tokens AS "inputUncachedTokens", input_cache_read_tokens AS "inputCacheReadTokens",
            input_cache_write_tokens AS "inputCacheWriteTokens", output_text_tokens AS "outputTextTokens",
            output_reasoning_tokens AS "outputReasoningTokens", usage_estimated AS "usageEstimated", price,
            cost_nanos AS "costNanos", first_content_ms AS "firstContentMs", duration_ms AS "durationMs",
            started_at AS "startedAt"
       FROM attempts WHERE turn_id = $1 ORDER BY id`,
    [turnId],
  );
  return rows.map((row) => ({ ...row, costNanos: BigInt(row.costNanos) }));
}

async function findVerdicts(turnId: string): Promise<VerdictRecord[]> {
  const { rows } = await getPool().query<VerdictRecord>(
    `SELECT id, guard, surface, verdict, acted, reason, score, start, "end", withheld_length AS "withheldLength"
       FROM guard_verdicts WHERE turn_id = $1 ORDER BY surface, start, id`,
    [turnId],
  );
  return rows;
}

async function findPassages(turnId: string): Promise<GivenPassage[]> {
  const { rows } = await getPool().query<GivenPassage>(
    `SELECT given.id, given.number, given.score, p.title, coalesce(p.headings, '{}') AS headings, p.text
       FROM turns t
      CROSS JOIN jsonb_to_recordset(coalesce(t.passages, '[]')) AS given (id text, number int, score float8)
       LEFT JOIN passages p ON p.id = given.id
      WHERE t.id = $1 ORDER BY given.number`,
    [turnId],
  );
  return rows;
}

async function findFlags(turnId: string): Promise<FlagRecord[]> {
  const { rows } = await getPool().query<FlagRecord>(
    `SELECT f.id, f.kind, f.reason, f.decision, f.note, coalesce(u.name, f.decided_by) AS "decidedBy",
            f.decided_at AS "decidedAt", f.created_at AS "createdAt"
       FROM flags f LEFT JOIN users u ON u.id = f.decided_by WHERE f.turn_id = $1 ORDER BY f.id`,
    [turnId],
  );
  return rows;
}

async function findFeedback(turnId: string): Promise<FeedbackRecord[]> {
  const { rows } = await getPool().query<FeedbackRecord>(
    `SELECT rating, reason, created_at AS "createdAt" FROM feedback WHERE turn_id = $1 ORDER BY created_at`,
    [turnId],
  );
  return rows;
}
