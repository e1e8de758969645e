import "server-only";
import { lowestIdAt } from "./ids";
import { getPool } from "./pool";

/** What turns used; money is nano-dollars. */
export type UsageSum = { readonly turns: number; readonly tokens: number; readonly costNanos: bigint };

/** What all turns of a person since a moment used, of running ones what is known. Served by the index on user and id. */
export async function sumTurnsSince(userId: string, since: Date): Promise<UsageSum> {
  const { rows } = await getPool().query<{ turns: number; tokens: string; cost: string }>(
    `SELECT count(*)::int AS turns, coalesce(sum(input_tokens + output_tokens), 0)::text AS tokens,
            coalesce(sum(cost_nanos), 0)::text AS cost
       FROM turns WHERE user_id = $1 AND id >= $2`,
    [userId, lowestIdAt(since)],
  );
  const row = rows[0];
  return { turns: row?.turns ?? 0, tokens: Number(row?.tokens ?? 0), costNanos: BigInt(row?.cost ?? 0) };
}

/** What today's windows of a subject hold, reservations of running turns included; see usage-counters.ts. */
export async function findUsageToday(subject: string): Promise<UsageSum> {
  const { rows } = await getPool().query<{ turns: number; tokens: string; cost: string }>(
    `SELECT day_turns AS turns, day_tokens AS tokens, day_nanos AS cost
       FROM usage_counters WHERE subject = $1 AND day_start = date_trunc('day', now(), 'UTC')`,
    [subject],
  );
  const row = rows[0];
  return { turns: row?.turns ?? 0, tokens: Number(row?.tokens ?? 0), costNanos: BigInt(row?.cost ?? 0) };
}
