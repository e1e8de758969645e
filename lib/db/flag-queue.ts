import "server-only";
import type { MessageContent } from "@/lib/protocol/message-content";
import type { FlagFilter, FlagLine } from "@/lib/protocol/review/flag-list";
import { getPool, type Queryable } from "./pool";

/** A flag with the messages of its turn, as they are kept. */
export type FlagWithMessages = Omit<FlagLine, "question" | "answer"> & {
  readonly question: MessageContent | null;
  readonly answer: MessageContent | null;
};

const COLUMNS = `
  f.id, f.kind, f.reason, f.decision, f.note, f.decided_at AS "decidedAt", f.created_at AS "createdAt",
  f.turn_id AS "turnId", coalesce(d.name, f.decided_by) AS "decidedBy"`;

/** Flags that wait, newest first, or decided ones, the newest decision first. */
export async function findFlags(
  tenantId: string,
  filter: FlagFilter,
  limit: number,
): Promise<FlagWithMessages[]> {
  const values: unknown[] = [tenantId];
  const place = (value: unknown) => `$${values.push(value)}`;
  const conditions = ["f.tenant_id = $1"];
  if (filter.kind !== undefined) conditions.push(`f.kind = ${place(filter.kind)}::flag_kind`);
  const isOpen = filter.state === "open";
  conditions.push(isOpen ? "f.decision IS NULL" : "f.decision IS NOT NULL");
  if (filter.after !== undefined) conditions.push(afterCondition(isOpen, place(filter.after)));
  const order = isOpen ? "f.id DESC" : "f.decided_at DESC, f.id DESC";
  const { rows } = await getPool().query<FlagWithMessages>(
    `WITH page AS MATERIALIZED (
       SELECT f.* FROM flags f WHERE ${conditions.join(" AND ")} ORDER BY ${order} LIMIT ${place(limit)})
     SELECT ${COLUMNS}, u.name AS "userName", q.content AS question, a.content AS answer
       FROM page f
       LEFT JOIN users d ON d.id = f.decided_by
       LEFT JOIN turns t ON t.id = f.turn_id
       LEFT JOIN users u ON u.id = t.user_id
       LEFT JOIN messages q ON q.chat_id = t.chat_id AND q.id = t.question_id
       LEFT JOIN messages a ON a.chat_id = t.chat_id AND a.id = t.id::text
      ORDER BY ${order}`,
    values,
  );
  return rows;
}

/** Decided flags are in the order of their decisions, so their page begins behind the decision of the last one. */
function afterCondition(isOpen: boolean, place: string): string {
  if (isOpen) return `f.id < ${place}`;
  return `(f.decided_at, f.id) < (SELECT decided_at, id FROM flags WHERE id = ${place})`;
}

/** How many flags wait; counting ends at `limit`. */
export async function countOpenFlags(tenantId: string, limit: number): Promise<number> {
  const { rows } = await getPool().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
       SELECT FROM flags WHERE tenant_id = $1 AND decision IS NULL LIMIT $2) AS waiting`,
    [tenantId, limit],
  );
  return rows[0]?.count ?? 0;
}

export type StoredDecision = {
  readonly flagId: string;
  readonly tenantId: string;
  readonly decision: "RIGHT" | "WRONG" | null;
  readonly note: string | null;
  readonly deciderId: string;
};

/**
 * Decides a flag that waits, or takes a decision back. Of two reviewers at once the second finds it done.
 * @returns the flag's turn; null when there is no such flag, or it is in that state already
 */
export async function storeDecision(db: Queryable, stored: StoredDecision): Promise<string | null> {
  const { flagId, tenantId, decision, note, deciderId } = stored;
  const { rows } = await db.query<{ turnId: string }>(
    `UPDATE flags SET decision = $3::flag_decision, note = $4,
            decided_by = CASE WHEN $3::flag_decision IS NULL THEN NULL ELSE $5 END,
            decided_at = CASE WHEN $3::flag_decision IS NULL THEN NULL ELSE now() END
      WHERE id = $1 AND tenant_id = $2 AND (decision IS NULL) = ($3::flag_decision IS NOT NULL)
      RETURNING turn_id AS "turnId"`,
    [flagId, tenantId, decision, note, deciderId],
  );
  return rows[0]?.turnId ?? null;
}
