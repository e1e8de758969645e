import "server-only";
import type { ModelShare } from "@/lib/protocol/review/overview";
import { getPool } from "./pool";
import { type BucketSize, binOf, bounds, IN_SCOPE, type ReportScope } from "./usage-report";
import { withRunning } from "./with-running";

const ATTEMPTS = withRunning("attempts", IN_SCOPE);

/** Calls that gave no whole answer through no wish of the person's. */
const ERRORS = "count(*) FILTER (WHERE status IN ('FAILED', 'TIMED_OUT', 'ABANDONED'))::int AS errors";

const SPENT = `
  sum(cost_nanos) AS "costNanos",
  sum(input_uncached_tokens + input_cache_read_tokens + input_cache_write_tokens
    + output_text_tokens + output_reasoning_tokens) AS tokens`;

/** What the calls of one feature used in one hour or day. Money is nano-dollars. */
export type Spending = {
  readonly start: Date;
  readonly purpose: string;
  readonly count: number;
  readonly errors: number;
  readonly tokens: number;
  readonly costNanos: bigint;
};

/** Sums of BIGINT come as text. */
type Sums = { readonly costNanos: string; readonly tokens: string };

/** What the calls that began in a period used, by hour or day (UTC) and by what they were for, oldest first. */
export async function readSpending(scope: ReportScope, size: BucketSize): Promise<Spending[]> {
  const { rows } = await getPool().query<Omit<Spending, "costNanos" | "tokens"> & Sums>(
    `SELECT ${binOf("started_at")} AS start, purpose::text, count(*)::int AS count, ${ERRORS}, ${SPENT}
       FROM ${ATTEMPTS} GROUP BY 1, 2 ORDER BY 1, 2`,
    [...bounds(scope), `1 ${size}`],
  );
  return rows.map((row) => ({ ...row, ...toNumbers(row) }));
}

/** What all calls that began in a period used. */
export async function readSpendingTotal(scope: ReportScope): Promise<Pick<Spending, "costNanos" | "tokens">> {
  const { rows } = await getPool().query<Sums>(
    `SELECT coalesce(sum("costNanos"), 0) AS "costNanos", coalesce(sum(tokens), 0) AS tokens
       FROM (SELECT ${SPENT} FROM ${ATTEMPTS}) AS spent`,
    bounds(scope),
  );
  return toNumbers(rows[0] ?? { costNanos: "0", tokens: "0" });
}

/** Calls by `provider/model`, the dearest first. */
export async function readByModel(scope: ReportScope): Promise<ModelShare[]> {
  const { rows } = await getPool().query<Omit<ModelShare, "costNanos" | "tokens"> & Sums>(
    `SELECT provider || '/' || model_requested AS key, provider || '/' || model_requested AS label,
            count(*)::int AS count, ${ERRORS}, ${SPENT},
            percentile_disc(0.5) WITHIN GROUP (ORDER BY first_content_ms) AS "firstContentMsP50",
            percentile_disc(0.95) WITHIN GROUP (ORDER BY duration_ms) AS "durationMsP95"
       FROM ${ATTEMPTS} GROUP BY provider, model_requested ORDER BY sum(cost_nanos) DESC, 3 DESC`,
    bounds(scope),
  );
  return rows.map((row) => ({ ...row, ...toNumbers(row) }));
}

function toNumbers({ costNanos, tokens }: Sums): { costNanos: bigint; tokens: number } {
  return { costNanos: BigInt(costNanos), tokens: Number(tokens) };
}
