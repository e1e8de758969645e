import "server-only";
import type { TurnLine } from "@/lib/protocol/review/turn-list";
import { lowestIdAt } from "./ids";
import { getPool } from "./pool";
import { newestTurns, type TurnConditions } from "./turn-conditions";
import { findTurnsWithWords } from "./turn-search";
import { withRunning } from "./with-running";

/** Conditions on turns, and words that their question or answer must have. */
export type TurnQuery = TurnConditions & { readonly words: string | undefined };

/** Characters of a question that a list has room for. */
const EXCERPT_LENGTH = 200;

type LineRow = Omit<TurnLine, "costNanos"> & { readonly costNanos: string | null };

/** Turns that meet the conditions, newest first. */
export async function findTurnLines({ words, ...conditions }: TurnQuery, limit: number): Promise<TurnLine[]> {
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value)}`;
  const page =
    words === undefined
      ? newestTurns(conditions, limit, place)
      : `SELECT unnest(${place(await findTurnsWithWords(conditions, words, limit))}::uuid[]) AS id`;
  const { rows } = await getPool().query<LineRow>(
    `WITH page AS MATERIALIZED (${page})
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

const ANSWERS_SINCE = withRunning("attempts", "t.tenant_id = $1 AND t.id >= $2 AND t.purpose = 'ANSWER'");

/** Models that answered lately, for choosing from. */
export async function findAnsweringModels(tenantId: string, since: Date): Promise<string[]> {
  const { rows } = await getPool().query<{ model: string }>(
    `SELECT DISTINCT provider || '/' || model_requested AS model FROM ${ANSWERS_SINCE} ORDER BY 1`,
    [tenantId, lowestIdAt(since)],
  );
  return rows.map((row) => row.model);
}
