import "server-only";
import { getPool } from "./pool";

export type AttemptStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "STOPPED" | "ABANDONED";
export type AttemptPurpose = "ANSWER" | "TITLE" | "JUDGE" | "EMBEDDING";

/** One call to one model. Bodies are compressed, see compression.ts; money is nano-dollars. */
export type AttemptRow = {
  readonly id: string;
  readonly turnId: string | null;
  readonly tenantId: string;
  readonly purpose: AttemptPurpose;
  readonly status: AttemptStatus;
  readonly provider: string;
  readonly modelRequested: string;
  readonly modelAnswered: string | null;
  readonly fingerprint: string | null;
  readonly providerResponseId: string | null;
  readonly temperature: number | null;
  readonly seed: number | null;
  readonly maxOutputTokens: number;
  readonly finishReason: string | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly requestUrl: string | null;
  readonly requestHeaders: Readonly<Record<string, string>> | null;
  readonly requestBody: Buffer | null;
  readonly responseStatus: number | null;
  readonly responseHeaders: Readonly<Record<string, string>> | null;
  readonly responseBody: Buffer | null;
  readonly inputUncachedTokens: number;
  readonly inputCacheReadTokens: number;
  readonly inputCacheWriteTokens: number;
  readonly outputTextTokens: number;
  readonly outputReasoningTokens: number;
  readonly usageEstimated: boolean;
  readonly price: Readonly<Record<string, string>>;
  readonly costNanos: bigint;
  readonly firstContentMs: number | null;
  readonly durationMs: number | null;
  readonly startedAt: Date;
};

const columns = [
  "id",
  "turn_id",
  "tenant_id",
  "purpose",
  "status",
  "provider",
  "model_requested",
  "model_answered",
  "fingerprint",
  "provider_response_id",
  "temperature",
  "seed",
  "max_output_tokens",
  "finish_reason",
  "error_code",
  "error_message",
  "request_url",
  "request_headers",
  "request_body",
  "response_status",
  "response_headers",
  "response_body",
  "input_uncached_tokens",
  "input_cache_read_tokens",
  "input_cache_write_tokens",
  "output_text_tokens",
  "output_reasoning_tokens",
  "usage_estimated",
  "price",
  "cost_nanos",
  "first_content_ms",
  "duration_ms",
  "started_at",
] as const;

const casts: Readonly<Record<string, string>> = { purpose: "::attempt_purpose", status: "::attempt_status" };

/** A request is written once, when it leaves: with images it is megabytes. */
function newValueOf(column: (typeof columns)[number]): string {
  return column === "request_body"
    ? `coalesce(attempts.${column}, excluded.${column})`
    : `excluded.${column}`;
}

const SAVE = {
  name: "save-attempt",
  text: `
    INSERT INTO attempts (${columns.join(", ")})
    VALUES (${columns.map((column, index) => `$${index + 1}${casts[column] ?? ""}`).join(", ")})
    ON CONFLICT (id) DO UPDATE SET ${columns
      .slice(1)
      .map((column) => `${column} = ${newValueOf(column)}`)
      .join(", ")}`,
};

/** Stores an attempt, or what has become of one that is stored. */
export async function saveAttempt(row: AttemptRow): Promise<void> {
  const { id, turnId, tenantId, purpose, status, provider, modelRequested, modelAnswered, ...rest } = row;
  await getPool().query({
    ...SAVE,
    values: [
      ...[id, turnId, tenantId, purpose, status, provider, modelRequested, modelAnswered],
      ...[rest.fingerprint, rest.providerResponseId, rest.temperature, rest.seed, rest.maxOutputTokens],
      ...[rest.finishReason, rest.errorCode, rest.errorMessage],
      ...[rest.requestUrl, rest.requestHeaders, rest.requestBody],
      ...[rest.responseStatus, rest.responseHeaders, rest.responseBody],
      ...[rest.inputUncachedTokens, rest.inputCacheReadTokens, rest.inputCacheWriteTokens],
      ...[rest.outputTextTokens, rest.outputReasoningTokens, rest.usageEstimated],
      ...[rest.price, rest.costNanos, rest.firstContentMs, rest.durationMs, rest.startedAt],
    ],
  });
}

/** What is needed to settle the attempts of a turn whose server is no more. */
export type UnsettledAttempt = {
  readonly id: string;
  readonly status: AttemptStatus;
  readonly requestBody: Buffer | null;
  readonly price: Readonly<Record<string, string>>;
  readonly costNanos: bigint;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** `provider/model`. */
  readonly model: string;
};

/** The attempts of a turn, oldest first. */
export async function findAttemptsToSettle(turnId: string): Promise<UnsettledAttempt[]> {
  const { rows } = await getPool().query<Omit<UnsettledAttempt, "costNanos"> & { costNanos: string }>(
    `SELECT id, status, request_body AS "requestBody", price, cost_nanos AS "costNanos", provider || '/' || model_requested AS model,
            input_uncached_tokens + input_cache_read_tokens + input_cache_write_tokens AS "inputTokens",
            output_text_tokens + output_reasoning_tokens AS "outputTokens"
       FROM attempts WHERE turn_id = $1 ORDER BY id`,
    [turnId],
  );
  return rows.map((row) => ({ ...row, costNanos: BigInt(row.costNanos) }));
}

/** Closes an attempt whose server is no more, with estimated figures. */
export async function abandonAttempt(
  id: string,
  tokens: { input: number; output: number },
  costNanos: bigint,
): Promise<void> {
  await getPool().query(
    `UPDATE attempts SET status = 'ABANDONED', usage_estimated = true, input_uncached_tokens = $2,
            output_text_tokens = $3, cost_nanos = $4 WHERE id = $1 AND status = 'RUNNING'`,
    [id, tokens.input, tokens.output, costNanos],
  );
}
