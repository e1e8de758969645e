import "server-only";
import type { AuditLine } from "@/lib/protocol/review/audit";
import { newId } from "./ids";
import { getPool, type Queryable } from "./pool";

export type AuditEvent = {
  readonly tenantId: string;
  /** Null when the product itself acted. */
  readonly actorId: string | null;
  /** `thing.verb`, e.g. `flag.decide`. */
  readonly action: string;
  readonly targetKind: string;
  readonly targetId: string;
  readonly details: Readonly<Record<string, unknown>>;
};

/** Keeps who did what to what. Run it in the transaction that does it: neither is ever without the other. */
export async function insertAuditEvent(db: Queryable, event: AuditEvent): Promise<void> {
  const { tenantId, actorId, action, targetKind, targetId, details } = event;
  await db.query(
    `INSERT INTO audit_events (id, tenant_id, actor_id, action, target_kind, target_id, details)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), tenantId, actorId, action, targetKind, targetId, JSON.stringify(details)],
  );
}

/** What happened to one thing, newest first. */
export async function findAuditOf(
  tenantId: string,
  target: { readonly kind: string; readonly id: string },
  limit: number,
): Promise<AuditLine[]> {
  const { rows } = await getPool().query<AuditLine>(
    `SELECT e.id, e.action, e.details, e.created_at AS "createdAt", coalesce(u.name, e.actor_id) AS actor
       FROM audit_events e LEFT JOIN users u ON u.id = e.actor_id
      WHERE e.tenant_id = $1 AND e.target_kind = $2 AND e.target_id = $3 ORDER BY e.id DESC LIMIT $4`,
    [tenantId, target.kind, target.id, limit],
  );
  return rows;
}
