import "server-only";
import { newId } from "./ids";
import type { Queryable } from "./pool";

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
