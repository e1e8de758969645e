import "server-only";
import { getPool } from "./pool";
import { conditionsOf, newestTurns, type TurnConditions } from "./turn-conditions";

/** Words in more messages than this are common: then the newest turns are looked at one by one. */
const COMMON_AT = 5_000;

/** Turns that are looked at first. */
const FIRST_STEP = 100;

/**
 * After so many turns without a full page the index is asked for all that have the words: to look at one takes 0.1 to
 * 0.2 ms, and common words may be those of old turns only.
 */
const MAX_LOOKED_AT = 2_000;

const HIGHEST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

const HAS_WORDS = (words: string) => `message_search(m.content) @@ websearch_to_tsquery('parapet', ${words})`;

/** Ids of the turns that meet the conditions and have the words in their question or answer, newest first. */
export async function findTurnsWithWords(
  conditions: TurnConditions,
  words: string,
  limit: number,
): Promise<string[]> {
  if (!(await areCommonWords(words))) return findByIndex(conditions, words, limit);
  const found: string[] = [];
  let { after } = conditions;
  let lookedAt = 0;
  for (let size = FIRST_STEP; lookedAt < MAX_LOOKED_AT; size = nextStep(lookedAt, found.length, limit)) {
    const turns = await lookAtTurns({ ...conditions, after }, words, size);
    found.push(...turns.filter(({ hasWords }) => hasWords).map(({ id }) => id));
    if (found.length >= limit || turns.length < size) return found.slice(0, limit);
    lookedAt += size;
    after = turns.at(-1)?.id;
  }
  return [...found, ...(await findByIndex({ ...conditions, after }, words, limit - found.length))];
}

/** As many turns as should fill the page if they have the words as often as those before, and a quarter more. */
function nextStep(lookedAt: number, found: number, limit: number): number {
  const missing = found === 0 ? MAX_LOOKED_AT : (limit - found) * (lookedAt / found);
  return Math.min(Math.ceil(1.25 * missing), MAX_LOOKED_AT - lookedAt, 4 * lookedAt);
}

/** By the planner's estimate, for which nothing is read: a wrong one costs time, never a turn. */
async function areCommonWords(words: string): Promise<boolean> {
  const { rows } = await getPool().query<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    `EXPLAIN (FORMAT JSON) SELECT FROM messages m WHERE ${HAS_WORDS("$1")}`,
    [words],
  );
  return (rows[0]?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0) >= COMMON_AT;
}

/**
 * The newest turns that meet the conditions, each with whether it has the words. They are chosen by turns_overview_idx
 * alone, before anything wide is read of any of them.
 */
async function lookAtTurns(
  conditions: TurnConditions,
  words: string,
  size: number,
): Promise<{ id: string; hasWords: boolean }[]> {
  const values: unknown[] = [words];
  const place = (value: unknown) => `$${values.push(value)}`;
  const { rows } = await getPool().query<{ id: string; hasWords: boolean }>(
    `SELECT newest.id, coalesce((
              SELECT bool_or(${HAS_WORDS("$1")}) FROM turns t
                JOIN messages m ON m.chat_id = t.chat_id AND m.id IN (t.question_id, t.id::text)
               WHERE t.id = newest.id), false) AS "hasWords"
       FROM (${newestTurns(conditions, size, place)}) AS newest
      ORDER BY newest.id DESC`,
    values,
  );
  return rows;
}

/**
 * By messages_search_idx. A question that was asked again has several turns, and turn_names has them all. They are looked
 * up one by one from the newest, and the planner is kept (OFFSET 0) from joining them with all turns there are.
 */
async function findByIndex(conditions: TurnConditions, words: string, limit: number): Promise<string[]> {
  const values: unknown[] = [words, limit, conditions.after ?? HIGHEST_ID];
  const place = (value: unknown) => `$${values.push(value)}`;
  const { rows } = await getPool().query<{ id: string }>(
    `WITH found AS MATERIALIZED (
       SELECT m.turn_id, m.role, m.chat_id, m.id FROM messages m WHERE ${HAS_WORDS("$1")}),
     named AS (
       SELECT turn_id AS id FROM found
        UNION
       SELECT n.turn_id FROM found m JOIN turn_names n ON n.chat_id = m.chat_id AND n.message_id = m.id
        WHERE m.role = 'USER')
     SELECT named.id FROM (SELECT id FROM named WHERE id < $3::uuid ORDER BY id DESC) AS named
      CROSS JOIN LATERAL (
        SELECT FROM turns t WHERE t.id = named.id AND ${conditionsOf(conditions, place)} OFFSET 0) AS met
      ORDER BY named.id DESC LIMIT $2`,
    values,
  );
  return rows.map(({ id }) => id);
}
