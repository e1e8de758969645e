import "server-only";
import { getPool } from "./pool";

export type RateRequest = { readonly key: string; readonly perMinute: number; readonly burst: number };

/**
 * Generic cell rate algorithm (ITU-T I.371): each key stores the theoretical arrival time of its next request. A request
 * conforms while that time is at most `burst - 1` intervals ahead. The times come from the database, so several servers
 * agree. Rows are locked in key order by the ORDER BY, so two requests can't wait for each other.
 */
const TAKE = {
  name: "take-rate",
  text: `
    INSERT INTO rate_limits AS r (key, arrival_at)
    SELECT key, now() + interval_length
      FROM unnest($1::text[], $2::interval[], $3::interval[]) AS wanted (key, interval_length, tolerance)
     ORDER BY key
    ON CONFLICT (key) DO UPDATE SET arrival_at = greatest(r.arrival_at, now()) + (excluded.arrival_at - now())
     WHERE r.arrival_at <= now() + (
       SELECT tolerance FROM unnest($1::text[], $3::interval[]) AS t (key, tolerance) WHERE t.key = r.key)
    RETURNING key`,
};

const WAIT = `
  SELECT key, ceil(extract(epoch FROM arrival_at - now() - tolerance))::int AS seconds
    FROM rate_limits JOIN unnest($1::text[], $2::interval[]) AS t (key, tolerance) USING (key)`;

/**
 * Counts one request against every key at once.
 * @returns the seconds to wait when a key refuses, null when all grant
 */
export async function takeRates(requests: readonly RateRequest[]): Promise<number | null> {
  const keys = requests.map((request) => request.key);
  const intervals = requests.map((request) => `${60 / request.perMinute} seconds`);
  const tolerances = requests.map((request) => `${(60 / request.perMinute) * (request.burst - 1)} seconds`);
  const granted = await getPool().query({ ...TAKE, values: [keys, intervals, tolerances] });
  if (granted.rowCount === requests.length) return null;
  const { rows } = await getPool().query<{ seconds: number }>(WAIT, [keys, tolerances]);
  return Math.max(1, ...rows.map((row) => row.seconds));
}

/** Gives back what one request took: it turned out to be none that counts. */
export async function giveBackRate({ key, perMinute }: RateRequest): Promise<void> {
  await getPool().query("UPDATE rate_limits SET arrival_at = arrival_at - $2::interval WHERE key = $1", [
    key,
    `${60 / perMinute} seconds`,
  ]);
}

/** Forgets keys whose time has passed: they mean the same as no row at all. */
export async function sweepRates(): Promise<void> {
  await getPool().query("DELETE FROM rate_limits WHERE arrival_at < now() - interval '1 hour'");
}
