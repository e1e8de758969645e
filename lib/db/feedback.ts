import "server-only";
import type { FlagKind } from "./flags";
import { newId } from "./ids";
import { getPool, type Queryable } from "./pool";

export type StoredRating = "UP" | "DOWN";

/** How a person rated turns of theirs, by turn. */
export async function findRatings(
  turnIds: readonly string[],
  userId: string,
): Promise<Map<string, StoredRating>> {
  if (turnIds.length === 0) return new Map();
  const { rows } = await getPool().query<{ turnId: string; rating: StoredRating }>({
    name: "find-ratings",
    text: `SELECT turn_id AS "turnId", rating FROM feedback WHERE turn_id = ANY($1::uuid[]) AND user_id = $2`,
    values: [turnIds, userId],
  });
  return new Map(rows.map(({ turnId, rating }) => [turnId, rating]));
}

/** The tenant of a person's own turn; null when there is none, or it is another's. */
export async function findTenantOfTurn(
  db: Queryable,
  turnId: string,
  userId: string,
): Promise<string | null> {
  const { rows } = await db.query<{ tenantId: string }>(
    `SELECT tenant_id AS "tenantId" FROM turns WHERE id = $1 AND user_id = $2`,
    [turnId, userId],
  );
  return rows[0]?.tenantId ?? null;
}

/** Keeps what a person thinks of a turn, in place of what they thought before; null: nothing any more. */
export async function storeRating(
  db: Queryable,
  turnId: string,
  userId: string,
  opinion: { rating: StoredRating; reason: string | null } | null,
): Promise<void> {
  if (opinion === null)
    await db.query("DELETE FROM feedback WHERE turn_id = $1 AND user_id = $2", [turnId, userId]);
  else
    await db.query(
      `INSERT INTO feedback (turn_id, user_id, rating, reason) VALUES ($1, $2, $3::rating, $4)
       ON CONFLICT (turn_id, user_id) DO UPDATE SET rating = excluded.rating, reason = excluded.reason`,
      [turnId, userId, opinion.rating, opinion.reason],
    );
}

type Complaint = { readonly tenantId: string; readonly turnId: string; readonly kind: FlagKind };

/** Puts a turn before a reviewer, once for each kind. The reason may change until it is decided. */
export async function storeComplaint(
  db: Queryable,
  { tenantId, turnId, kind }: Complaint,
  reason: string,
): Promise<void> {
  await db.query(
    `INSERT INTO flags (id, tenant_id, turn_id, kind, reason) VALUES ($1, $2, $3, $4::flag_kind, $5)
     ON CONFLICT (turn_id, kind) DO UPDATE SET reason = excluded.reason
      WHERE flags.decision IS NULL AND excluded.reason <> ''`,
    [newId(), tenantId, turnId, kind, reason],
  );
}

/** Takes a complaint back that nobody has decided yet. */
export async function withdrawComplaint(db: Queryable, { turnId, kind }: Complaint): Promise<void> {
  await db.query("DELETE FROM flags WHERE turn_id = $1 AND kind = $2::flag_kind AND decision IS NULL", [
    turnId,
    kind,
  ]);
}
