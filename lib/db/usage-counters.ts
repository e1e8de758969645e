import "server-only";
import { getPool, inTransaction, type Queryable } from "./pool";

/** What one turn takes before it runs. Money is nano-dollars. */
export type UsageCharge = { readonly tokens: bigint; readonly nanos: bigint };

/** The windows' bounds; null means no limit. */
export type UsageLimits = {
  readonly turnsPerMinute: number | null;
  readonly turnsPerDay: number | null;
  readonly tokensPerDay: number | null;
  readonly nanosPerDay: bigint | null;
};

/** Whose windows a turn is taken from, e.g. a person's and those of the address they share with others. */
export type UsageScope = { readonly subject: string; readonly limits: UsageLimits };

/** A window that would overflow, and the seconds until it starts afresh. */
export type UsageRefusal = { readonly limit: keyof UsageLimits; readonly retryAfterSeconds: number };

/** A row can be new, or change between two looks at it; more often than this it can't. */
const MAX_TRIES = 5;
/** SQLSTATE of a deadlock: the database has undone the whole transaction. */
const DEADLOCK = "40P01";

/**
 * Rows `used`: what each subject would have used with this turn. A window that has ended counts as empty; one that a
 * later transaction has begun stays, though this transaction's clock is behind it.
 */
const USED = `
  SELECT subject, greatest(minute_start, minute) AS minute_start, greatest(day_start, day) AS day_start,
         CASE WHEN minute_start >= minute THEN minute_turns ELSE 0 END + 1 AS minute_turns,
         CASE WHEN day_start >= day THEN day_turns ELSE 0 END + 1 AS day_turns,
         CASE WHEN day_start >= day THEN day_tokens ELSE 0 END + $1::bigint AS day_tokens,
         CASE WHEN day_start >= day THEN day_nanos ELSE 0 END + $2::bigint AS day_nanos`;

const WINDOWS = `
  (SELECT date_trunc('minute', now()) AS minute, date_trunc('day', now(), 'UTC') AS day) AS w`;

/**
 * What is to be done in the statement that grants, or not at all. Its values are the parameters from $8 on. It touches
 * nothing unless `granted.by_all`, and goes on when its last common table expression has a row.
 */
export type GatedWork = {
  readonly name: string;
  /**
   * Locked before the counters, because whoever settles a turn locks in this order as well: a SELECT … FOR UPDATE. What
   * is not there yet can't be locked: of two that make it at once, one may be ended by the database and tries again.
   */
  readonly lockFirst: string;
  /** Common table expressions, of which `gate` is the one that says whether it went on. */
  readonly steps: string;
  readonly gate: string;
  readonly values: readonly unknown[];
  /** What belongs to it as well, in the same transaction, once it went on. What it throws undoes everything. */
  readonly more?: (db: Queryable) => Promise<void>;
};

/** By work's name, under which its connection has it prepared as well. */
const grantTexts = new Map<string, string>();

function grantTextOf(work: GatedWork): string {
  const text = grantTexts.get(work.name) ?? grantText(work);
  grantTexts.set(work.name, text);
  return text;
}

const nothing: GatedWork = { name: "grant-usage", lockFirst: "SELECT 1", steps: "", gate: "", values: [] };

/**
 * All or nothing in one statement: the rows are locked in the order of their keys, so that no two transactions wait
 * for each other, checked on their newest versions, and touched only when all of them pass.
 */
const grantText = ({ lockFirst, steps, gate }: GatedWork): string => `
    WITH first AS MATERIALIZED (${lockFirst}),
    locked AS MATERIALIZED (
      SELECT * FROM usage_counters WHERE (SELECT count(*) >= 0 FROM first) AND subject = ANY ($3::text[])
       ORDER BY subject FOR UPDATE),
    used AS MATERIALIZED (${USED} FROM locked, ${WINDOWS}),
    granted AS MATERIALIZED (
      SELECT count(*) = cardinality($3::text[])
             AND bool_and((l.turns_per_minute IS NULL OR minute_turns <= l.turns_per_minute)
                      AND (l.turns_per_day IS NULL OR day_turns <= l.turns_per_day)
                      AND (l.tokens_per_day IS NULL OR day_tokens <= l.tokens_per_day)
                      AND (l.nanos_per_day IS NULL OR day_nanos <= l.nanos_per_day)) AS by_all
        FROM used JOIN unnest($3::text[], $4::int[], $5::int[], $6::bigint[], $7::bigint[])
          AS l (subject, turns_per_minute, turns_per_day, tokens_per_day, nanos_per_day) USING (subject)),
    ${steps}
    went_on AS MATERIALIZED (SELECT FROM granted WHERE by_all ${gate === "" ? "" : `AND EXISTS (SELECT FROM ${gate})`}),
    taken AS (
      UPDATE usage_counters c
         SET minute_start = used.minute_start, minute_turns = used.minute_turns, day_start = used.day_start,
             day_turns = used.day_turns, day_tokens = used.day_tokens, day_nanos = used.day_nanos
        FROM used, went_on WHERE c.subject = used.subject)
    SELECT by_all AS "isGranted", EXISTS (SELECT FROM went_on) AS "wentOn" FROM granted`;

const EXPLAIN = `
  SELECT s.subject, minute_turns AS "minuteTurns", day_turns AS "dayTurns", day_tokens AS "dayTokens",
         day_nanos AS "dayNanos",
         ceil(extract(epoch FROM minute + interval '1 minute' - now()))::int AS "secondsToMinute",
         ceil(extract(epoch FROM day + interval '1 day' - now()))::int AS "secondsToDay"
    FROM unnest($3::text[]) AS s (subject) CROSS JOIN ${WINDOWS}
    LEFT JOIN (${USED} FROM usage_counters, ${WINDOWS}) AS used USING (subject)`;

/** The figures that the turn would lead to; null for a subject that has not used anything yet. */
type Explanation = {
  readonly subject: string;
  readonly minuteTurns: number | null;
  readonly dayTurns: number | null;
  readonly dayTokens: string | null;
  readonly dayNanos: string | null;
  readonly secondsToMinute: number;
  readonly secondsToDay: number;
};

/** DO UPDATE, not DO NOTHING, because it locks the rows that are there already: in order, before it makes the others. */
const CREATE = `
  INSERT INTO usage_counters AS c (subject, minute_start, minute_turns, day_start, day_turns, day_tokens, day_nanos)
  SELECT subject, minute, 0, day, 0, 0, 0 FROM unnest($1::text[]) AS s (subject), ${WINDOWS}
   ORDER BY subject ON CONFLICT (subject) DO UPDATE SET subject = c.subject WHERE false`;

type Granting = { readonly isGranted: boolean; readonly wentOn: boolean };

/**
 * Takes a turn, its tokens and its money from all windows of all scopes, and does `work`: all of it or nothing.
 * @returns what refused; "declined" when the quota would grant but the work did not go on; null when all is done
 * @throws what `work.more` throws; Error when the rows change under every one of a few tries
 */
export async function grantUsage(
  charge: UsageCharge,
  scopes: readonly UsageScope[],
  work: GatedWork = nothing,
): Promise<UsageRefusal | "declined" | null> {
  const subjects = scopes.map(({ subject }) => subject);
  const values = [
    charge.tokens,
    charge.nanos,
    subjects,
    scopes.map(({ limits }) => limits.turnsPerMinute),
    scopes.map(({ limits }) => limits.turnsPerDay),
    scopes.map(({ limits }) => limits.tokensPerDay),
    scopes.map(({ limits }) => limits.nanosPerDay),
  ];
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const granting = await tryGrant(values, work);
    if (granting === "deadlock") continue;
    if (granting.isGranted) return granting.wentOn ? null : "declined";
    const refusal = explain(
      (await getPool().query<Explanation>(EXPLAIN, values.slice(0, 3))).rows,
      charge,
      scopes,
    );
    if (refusal !== null) return refusal;
    // Never inside the transaction that grants: that one may hold the chat, or a later counter, and would wait for an earlier.
    await getPool().query(CREATE, [subjects]);
  }
  throw new Error("The database did not explain a refused grant.");
}

async function tryGrant(values: readonly unknown[], work: GatedWork): Promise<Granting | "deadlock"> {
  const { more } = work;
  const statement = { name: work.name, text: grantTextOf(work), values: [...values, ...work.values] };
  const grant = async (db: Queryable): Promise<Granting> => {
    const { rows } = await db.query<Granting>(statement);
    return rows[0] ?? { isGranted: false, wentOn: false };
  };
  try {
    if (more === undefined) return await grant(getPool());
    return await inTransaction(async (client) => {
      const granting = await grant(client);
      if (granting.wentOn) await more(client);
      return granting;
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === DEADLOCK) return "deadlock";
    throw error;
  }
}

/** Names the window that has to pass: the longest one, when several refuse. */
function explain(
  rows: readonly Explanation[],
  charge: UsageCharge,
  scopes: readonly UsageScope[],
): UsageRefusal | null {
  const refusals = scopes.flatMap(({ subject, limits }) => {
    const row = rows.find((candidate) => candidate.subject === subject);
    return row === undefined ? [] : refusalsOf(row, charge, limits);
  });
  return refusals.toSorted((a, b) => b.retryAfterSeconds - a.retryAfterSeconds)[0] ?? null;
}

function refusalsOf(row: Explanation, charge: UsageCharge, limits: UsageLimits): UsageRefusal[] {
  const { secondsToDay, secondsToMinute } = row;
  const wanted: [keyof UsageLimits, bigint, number][] = [
    ["nanosPerDay", BigInt(row.dayNanos ?? charge.nanos), secondsToDay],
    ["tokensPerDay", BigInt(row.dayTokens ?? charge.tokens), secondsToDay],
    ["turnsPerDay", BigInt(row.dayTurns ?? 1), secondsToDay],
    ["turnsPerMinute", BigInt(row.minuteTurns ?? 1), secondsToMinute],
  ];
  return wanted.flatMap(([limit, used, retryAfterSeconds]) => {
    const bound = limits[limit];
    return bound !== null && used > BigInt(bound) ? [{ limit, retryAfterSeconds }] : [];
  });
}
