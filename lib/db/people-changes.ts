import "server-only";
import type { OwnLimits } from "@/lib/protocol/review/people";
import type { Queryable } from "./pool";

/** What is changed of a person; run each in the transaction that also keeps who did it. */
type Target = { readonly userId: string; readonly tenantId: string };

/** @returns the plan and limits before; null when there is no such person */
export async function storePlan(
  db: Queryable,
  { userId, tenantId }: Target,
  next: { readonly plan: string; readonly limits: OwnLimits | null },
): Promise<{ plan: string; limits: OwnLimits | null } | null> {
  const { rows } = await db.query<{ plan: string; limits: OwnLimits | null }>(
    `WITH before AS (SELECT id, plan, limits FROM users WHERE id = $1 AND tenant_id = $2 FOR UPDATE)
     UPDATE users SET plan = $3, limits = $4, updated_at = now() FROM before WHERE users.id = before.id
     RETURNING before.plan, before.limits`,
    [userId, tenantId, next.plan, next.limits === null ? null : JSON.stringify(next.limits)],
  );
  return rows[0] ?? null;
}

/**
 * Bans a person until a moment, for good when `until` is null, or lifts the ban when `ban` is null.
 * @returns whether there is such a person
 */
export async function storeBan(
  db: Queryable,
  { userId, tenantId }: Target,
  ban: { readonly reason: string; readonly until: Date | null } | null,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE users SET banned = $3, ban_reason = $4, ban_expires = $5, updated_at = now()
      WHERE id = $1 AND tenant_id = $2`,
    [userId, tenantId, ban !== null, ban?.reason ?? null, ban?.until ?? null],
  );
  return rowCount === 1;
}

/** Ends all sessions of a person. @returns how many there were */
export async function endSessions(db: Queryable, { userId, tenantId }: Target): Promise<number> {
  const { rowCount } = await db.query(
    "DELETE FROM sessions s USING users u WHERE s.user_id = $1 AND u.id = s.user_id AND u.tenant_id = $2",
    [userId, tenantId],
  );
  return rowCount ?? 0;
}
