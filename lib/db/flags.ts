import "server-only";
import { newId } from "./ids";
import { getPool, type Queryable } from "./pool";

export type FlagKind = "GUARD_BLOCK" | "GUARD_FLAG" | "FEEDBACK" | "REPORT";

/** Puts a turn before a reviewer; once for each kind. */
export async function insertFlag(
  flag: { tenantId: string; turnId: string; kind: FlagKind; reason: string },
  db: Queryable = getPool(),
): Promise<void> {
  await db.query(
    `INSERT INTO flags (id, tenant_id, turn_id, kind, reason) VALUES ($1, $2, $3, $4::flag_kind, $5)
     ON CONFLICT (turn_id, kind) DO NOTHING`,
    [newId(), flag.tenantId, flag.turnId, flag.kind, flag.reason],
  );
}
