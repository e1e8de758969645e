import "server-only";
import type { PoolClient } from "pg";
import { insertAuditEvent } from "./audit-events";
import { getPool, inTransaction } from "./pool";

const MAX_TRIES = 5;
/** Shorter than PostgreSQL's deadlock_timeout (1 s): this transaction steps back, not the question it stands in the way of. */
const LOCK_TIMEOUT_MS = 400;
/** SQLSTATE of a lock that did not come in time, and of a deadlock. */
const lockFailures: readonly unknown[] = ["55P03", "40P01"];

/**
 * Gives what a guest has to an account: chats, files, turns, feedback and what is spent of the quota. The guest is no
 * more afterwards. Moving a guest that is gone changes nothing.
 */
export async function moveGuest(guestId: string, accountId: string): Promise<void> {
  // Committed first: a turn that is closed meanwhile finds the account's counter, whichever way it settles.
  await getPool().query(
    `INSERT INTO usage_counters (subject, minute_start, minute_turns, day_start, day_turns, day_tokens, day_nanos)
     SELECT $2, minute_start, 0, day_start, 0, 0, 0 FROM usage_counters WHERE subject = $1 ON CONFLICT DO NOTHING`,
    [`user:${guestId}`, `user:${accountId}`],
  );
  for (let tries = 1; ; tries++) {
    try {
      return await inTransaction((client) => move(client, guestId, accountId));
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (tries === MAX_TRIES || !lockFailures.includes(code)) throw error;
    }
  }
}

/** Locks in the order in which closing a turn does: turns, counters, chats. */
async function move(client: PoolClient, guestId: string, accountId: string): Promise<void> {
  await client.query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT_MS}ms'`);
  const guest = await client.query<{ tenantId: string }>(
    `SELECT tenant_id AS "tenantId" FROM users WHERE id = $1 AND is_anonymous FOR NO KEY UPDATE`,
    [guestId],
  );
  const tenantId = guest.rows[0]?.tenantId;
  if (tenantId === undefined) return;
  await client.query("UPDATE turns SET user_id = $2 WHERE user_id = $1", [guestId, accountId]);
  await client.query(
    "UPDATE feedback f SET user_id = $2 WHERE user_id = $1 AND NOT EXISTS (SELECT FROM feedback o WHERE o.turn_id = f.turn_id AND o.user_id = $2)",
    [guestId, accountId],
  );
  await client.query("DELETE FROM feedback WHERE user_id = $1", [guestId]);
  await addUsage(client, `user:${guestId}`, `user:${accountId}`);
  await client.query("UPDATE chats SET user_id = $2 WHERE user_id = $1", [guestId, accountId]);
  await client.query("UPDATE attachments SET user_id = $2 WHERE user_id = $1", [guestId, accountId]);
  await client.query("DELETE FROM users WHERE id = $1", [guestId]);
  await insertAuditEvent(client, {
    tenantId,
    actorId: accountId,
    action: "user.link-guest",
    targetKind: "user",
    targetId: accountId,
    details: { guestId },
  });
}

/** Adds one subject's use to another's and forgets the first; of windows that began at different times the later counts. */
async function addUsage(client: PoolClient, from: string, to: string): Promise<void> {
  await client.query("SELECT FROM usage_counters WHERE subject IN ($1, $2) ORDER BY subject FOR UPDATE", [
    from,
    to,
  ]);
  await client.query(
    `UPDATE usage_counters t
        SET minute_start = greatest(t.minute_start, f.minute_start),
            minute_turns = ${inLatest("minute_start", "minute_turns")},
            day_start = greatest(t.day_start, f.day_start),
            day_turns = ${inLatest("day_start", "day_turns")},
            day_tokens = ${inLatest("day_start", "day_tokens")},
            day_nanos = ${inLatest("day_start", "day_nanos")}
       FROM usage_counters f WHERE f.subject = $1 AND t.subject = $2`,
    [from, to],
  );
  await client.query("DELETE FROM usage_counters WHERE subject = $1", [from]);
}

function inLatest(start: string, used: string): string {
  return `CASE WHEN t.${start} >= f.${start} THEN t.${used} ELSE 0 END + CASE WHEN f.${start} >= t.${start} THEN f.${used} ELSE 0 END`;
}
