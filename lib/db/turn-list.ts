import "server-only";
import type { TurnLine } from "@/lib/protocol/review/turn-list";
import { lowestIdAt } from "./ids";
import { getPool } from "./pool";

/** Conditions on turns; each that is undefined lets everything through. Money is nano-dollars. */
export type TurnQuery = {
  readonly tenantId: string;
  readonly from: Date | undefined;
  readonly to: Date | undefined;
  readonly words: string | undefined;
  readonly userIds: readonly string[] | undefined;
  readonly model: string | undefined;
  readonly status: string | undefined;
  readonly notice: string | undefined;
  readonly minCostNanos: bigint | undefined;
  readonly minDurationMs: number | undefined;
  /** Only turns older than this one. */
  readonly after: string | undefined;
};

/** Characters of a question that a list has room for. */
const EXCERPT_LENGTH = 200;

/** A word in more messages than this is common: then newer turns are tried one by one until a page is full. */
const COMMON_AT = 5_000;

const HAS_WORDS = (words: string) => `message_search(m.content) @@ websearch_to_tsquery('parapet', ${words})`;

/** For rare words. A question that was asked again has several turns, and turn_names has them all. */
const TURNS_WITH_RARE = (words: string) => `t.id IN (
  SELECT m.turn_id FROM messages m WHERE ${HAS_WORDS(words)}
   UNION
  SELECT n.turn_id FROM messages m JOIN turn_names n ON n.chat_id = m.chat_id AND n.message_id = m.id
   WHERE m.role = 'USER' AND ${HAS_WORDS(words)})`;

/** For common words. The aggregate keeps the planner from turning it into a join with all messages. */
const TURN_HAS_COMMON = (words: string) => `(
  SELECT bool_or(${HAS_WORDS(words)}) FROM messages m
   WHERE m.chat_id = t.chat_id AND m.id IN (t.question_id, t.id::text))`;

type LineRow = Omit<TurnLine, "costNanos"> & { readonly costNanos: string | null };

/** Turns that meet the conditions, newest first. */
export async function findTurnLines(query: TurnQuery, limit: number): Promise<TurnLine[]> {
  const areCommon = query.words !== undefined && (await areCommonWords(query.words));
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value)}`;
  const conditions = [...conditionsOf(query, areCommon, place)];
  const { rows } = await getPool().query<LineRow>(
    `WITH page AS MATERIALIZED (
       SELECT t.id FROM turns t WHERE ${conditions.join(" AND ")} ORDER BY t.id DESC LIMIT ${place(limit)})
     SELECT t.id, t.created_at AS "createdAt", t.status, t.user_id AS "userId", t.model_answered AS "modelAnswered",
            t.notices, t.cost_nanos AS "costNanos", t.first_content_ms AS "firstContentMs",
            t.duration_ms AS "durationMs", u.name AS "userName",
            coalesce(left(m.content->'parts'->0->>'text', ${EXCERPT_LENGTH}), '') AS question
       FROM page JOIN turns t ON t.id = page.id
       LEFT JOIN users u ON u.id = t.user_id
       LEFT JOIN messages m ON m.chat_id = t.chat_id AND m.id = t.question_id
      ORDER BY t.id DESC`,
    values,
  );
  return rows.map((row) => ({ ...row, costNanos: row.costNanos === null ? null : BigInt(row.costNanos) }));
}

async function areCommonWords(words: string): Promise<boolean> {
  const { rows } = await getPool().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT FROM messages m WHERE ${HAS_WORDS("$1")} LIMIT ${COMMON_AT}) AS found`,
    [words],
  );
  return rows[0]?.count === COMMON_AT;
}

function* conditionsOf(
  query: TurnQuery,
  areCommon: boolean,
  place: (value: unknown) => string,
): Generator<string> {
  const { from, to, after, words, userIds, model, status, notice, minCostNanos, minDurationMs } = query;
  yield `t.tenant_id = ${place(query.tenantId)}`;
  if (from !== undefined) yield `t.id >= ${place(lowestIdAt(from))}`;
  if (to !== undefined) yield `t.id < ${place(lowestIdAt(to))}`;
  if (after !== undefined) yield `t.id < ${place(after)}`;
  if (userIds !== undefined) yield `t.user_id = ANY(${place(userIds)})`;
  if (model !== undefined) yield `t.model_answered = ${place(model)}`;
  if (status !== undefined) yield `t.status = ${place(status)}::turn_status`;
  if (notice !== undefined) yield `t.notices @> ARRAY[${place(notice)}]`;
  if (minCostNanos !== undefined) yield `t.cost_nanos >= ${place(minCostNanos)}`;
  if (minDurationMs !== undefined) yield `t.duration_ms >= ${place(minDurationMs)}`;
  if (words !== undefined) yield areCommon ? TURN_HAS_COMMON(place(words)) : TURNS_WITH_RARE(place(words));
}

/** The turns whose id begins so, newest first: what a person can quote of a notice. `bounds` are ids, both inclusive. */
export async function findTurnsBetween(
  tenantId: string,
  bounds: { readonly lowest: string; readonly highest: string },
  limit: number,
): Promise<{ id: string; createdAt: Date }[]> {
  const { rows } = await getPool().query<{ id: string; createdAt: Date }>(
    'SELECT id, created_at AS "createdAt" FROM turns WHERE tenant_id = $1 AND id >= $2 AND id <= $3 ORDER BY id DESC LIMIT $4',
    [tenantId, bounds.lowest, bounds.highest, limit],
  );
  return rows;
}

/** Models that answered lately, for choosing from. */
export async function findAnsweringModels(tenantId: string, since: Date): Promise<string[]> {
  const { rows } = await getPool().query<{ model: string }>(
    `SELECT DISTINCT provider || '/' || model_requested AS model FROM attempts
      WHERE tenant_id = $1 AND id >= $2 AND purpose = 'ANSWER' ORDER BY 1`,
    [tenantId, lowestIdAt(since)],
  );
  return rows.map((row) => row.model);
}
