import "server-only";
import type { Queryable } from "./pool";

/** What one turn takes from a subject's windows before it runs. Money is nano-dollars. */
export type UsageGrant = { readonly subject: string; readonly tokens: bigint; readonly nanos: bigint };

/** The windows' bounds; null means no limit. */
export type UsageLimits = {
  readonly turnsPerMinute: number | null;
  readonly turnsPerDay: number | null;
  readonly tokensPerDay: number | null;
  readonly nanosPerDay: bigint | null;
};

/** A window that would overflow, and the seconds until it starts afresh. */
export type UsageRefusal = { readonly limit: keyof UsageLimits; readonly retryAfterSeconds: number };

const WINDOWS = `
  date_trunc('minute', now()) AS minute, date_trunc('day', now(), 'UTC') AS day`;

/**
 * All or nothing in one statement: the subject's row is locked by the update itself, the four windows are checked on
 * its newest version, and a row that does not pass is not touched. A window that has ended counts as empty.
 */
const GRANT = {
  name: "grant-usage",
  text: `
    INSERT INTO usage_counters AS c
      (subject, minute_start, minute_turns, day_start, day_turns, day_tokens, day_nanos)
    SELECT $1, minute, 1, day, 1, $2, $3 FROM (SELECT ${WINDOWS}) AS w
     WHERE 1 <= coalesce($4::int, 1) AND 1 <= coalesce($5::int, 1)
       AND $2::bigint <= coalesce($6::bigint, $2) AND $3::bigint <= coalesce($7::bigint, $3)
    ON CONFLICT (subject) DO UPDATE SET
      minute_start = excluded.minute_start,
      minute_turns = CASE WHEN c.minute_start = excluded.minute_start THEN c.minute_turns ELSE 0 END + 1,
      day_start    = excluded.day_start,
      day_turns    = CASE WHEN c.day_start = excluded.day_start THEN c.day_turns ELSE 0 END + 1,
      day_tokens   = CASE WHEN c.day_start = excluded.day_start THEN c.day_tokens ELSE 0 END + $2,
      day_nanos    = CASE WHEN c.day_start = excluded.day_start THEN c.day_nanos ELSE 0 END + $3
    WHERE ($4::int IS NULL OR c.minute_start <> excluded.minute_start OR c.minute_turns + 1 <= $4)
      AND ($5::int IS NULL OR c.day_start <> excluded.day_start OR c.day_turns + 1 <= $5)
      AND ($6::bigint IS NULL OR c.day_start <> excluded.day_start OR c.day_tokens + $2 <= $6)
      AND ($7::bigint IS NULL OR c.day_start <> excluded.day_start OR c.day_nanos + $3 <= $7)
    RETURNING day_start`,
};

const EXPLAIN = `
  SELECT minute_turns AS "minuteTurns", day_turns AS "dayTurns", day_tokens AS "dayTokens", day_nanos AS "dayNanos",
         minute_start = minute AS "sameMinute", day_start = day AS "sameDay",
         ceil(extract(epoch FROM minute + interval '1 minute' - now()))::int AS "secondsToMinute",
         ceil(extract(epoch FROM day + interval '1 day' - now()))::int AS "secondsToDay"
    FROM (SELECT ${WINDOWS}) AS w LEFT JOIN usage_counters ON subject = $1`;

type Explanation = {
  minuteTurns: number | null;
  dayTurns: number | null;
  dayTokens: string | null;
  dayNanos: string | null;
  sameMinute: boolean | null;
  sameDay: boolean | null;
  secondsToMinute: number;
  secondsToDay: number;
};

/** Takes a turn, its tokens and its money from all windows of a subject. Returns what refused, null when granted. */
export async function grantUsage(
  db: Queryable,
  grant: UsageGrant,
  limits: UsageLimits,
): Promise<UsageRefusal | null> {
  const { turnsPerMinute, turnsPerDay, tokensPerDay, nanosPerDay } = limits;
  const values = [
    grant.subject,
    grant.tokens,
    grant.nanos,
    turnsPerMinute,
    turnsPerDay,
    tokensPerDay,
    nanosPerDay,
  ];
  const granted = await db.query({ ...GRANT, values });
  if (granted.rowCount === 1) return null;
  const { rows } = await db.query<Explanation>(EXPLAIN, [grant.subject]);
  const row = rows[0];
  if (row === undefined) throw new Error("The database did not explain a refused grant.");
  return explain(row, grant, limits);
}

/** Names the window that has to pass: the longest one, when several refuse. */
function explain(row: Explanation, grant: UsageGrant, limits: UsageLimits): UsageRefusal {
  const day = (used: string | number | null) => (row.sameDay === true ? BigInt(used ?? 0) : 0n);
  const over = (limit: number | bigint | null, used: bigint) => limit !== null && used > BigInt(limit);
  const perDay: [keyof UsageLimits, bigint][] = [
    ["nanosPerDay", day(row.dayNanos) + grant.nanos],
    ["tokensPerDay", day(row.dayTokens) + grant.tokens],
    ["turnsPerDay", day(row.dayTurns) + 1n],
  ];
  const refused = perDay.find(([limit, used]) => over(limits[limit], used));
  if (refused !== undefined) return { limit: refused[0], retryAfterSeconds: row.secondsToDay };
  return { limit: "turnsPerMinute", retryAfterSeconds: row.secondsToMinute };
}
