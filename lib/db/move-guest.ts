import "server-only";
import type { PoolClient } from "pg";
import { insertAuditEvent } from "./audit-events";
import { followingLimits } from "./following-limits";
import { storePlan } from "./people-changes";
import { getPool, inTransaction } from "./pool";

const MAX_TRIES = 5;
/** Shorter than PostgreSQL's deadlock_timeout (1 s): this transaction steps back, not the question it stands in the way of. */
const LOCK_TIMEOUT_MS = 400;
/** SQLSTATE of a lock that did not come in time, and of a deadlock. */
const lockFailures: readonly unknown[] = ["55P03", "40P01"];

/**
 * Gives what a guest has to an account: chats, files, turns, feedback, what is spent of the quota, and the limits that an
 * admin has set. The guest is no more afterwards. Moving a guest that is gone changes nothing.
 * @param isNew whether the account was made just now, by the guest
 */
export async function moveGuest(guestId: string, accountId: string, isNew: boolean): Promise<void> {
  // Committed first: a turn that is closed meanwhile finds the account's counter, whichever way it settles.
  await getPool().query(
    `INSERT INTO usage_counters (subject, minute_start, minute_turns, day_start, day_turns, day_tokens, day_nanos)
     SELECT $2, minute_start, 0, day_start, 0, 0, 0 FROM usage_counters WHERE subject = $1 ON CONFLICT DO NOTHING`,
    [`user:${guestId}`, `user:${accountId}`],
  );
  for (let tries = 1; ; tries++) {
    try {
      return await inTransaction((client) => move(client, guestId, accountId, isNew));
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (tries === MAX_TRIES || !lockFailures.includes(code)) throw error;
    }
  }
}

/**
 * Locks in the order in which closing a turn does: turns, chats, counters. (PostgreSQL runs the last of a statement's
 * changes first, so closing frees the chat before it settles.)
 */
async function move(client: PoolClient, guestId: string, accountId: string, isNew: boolean): Promise<void> {
  await client.query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT_MS}ms'`);
  const guest = await client.query<{ tenantId: string; limits: unknown }>(
    `SELECT tenant_id AS "tenantId", limits FROM users WHERE id = $1 AND is_anonymous FOR NO KEY UPDATE`,
    [guestId],
  );
  const [found] = guest.rows;
  if (found === undefined) return;
  const { tenantId, limits } = found;
  await client.query("UPDATE turns SET user_id = $2 WHERE user_id = $1", [guestId, accountId]);
  await client.query(
    "UPDATE feedback f SET user_id = $2 WHERE user_id = $1 AND NOT EXISTS (SELECT FROM feedback o WHERE o.turn_id = f.turn_id AND o.user_id = $2)",
    [guestId, accountId],
  );
  await client.query("DELETE FROM feedback WHERE user_id = $1", [guestId]);
  await client.query("UPDATE chats SET user_id = $2 WHERE user_id = $1", [guestId, accountId]);
  await addUsage(client, `user:${guestId}`, `user:${accountId}`);
  await client.query("UPDATE attachments SET user_id = $2 WHERE user_id = $1", [guestId, accountId]);
  await client.query("DELETE FROM users WHERE id = $1", [guestId]);
  const target = { tenantId, targetKind: "user", targetId: accountId } as const;
  await insertAuditEvent(client, {
    ...{ ...target, actorId: accountId },
    action: "user.link-guest",
    details: { guestId },
  });
  const change = await moveLimits(client, limits, { userId: accountId, tenantId }, isNew);
  if (change === null) return;
  // Nobody chose this now: it is what an admin decided of the guest.
  await insertAuditEvent(client, {
    ...{ ...target, actorId: null },
    action: "user.change-plan",
    details: { ...change, guestId },
  });
}

/** @returns plan and limits of the account before and after; null when nothing has changed */
async function moveLimits(
  client: PoolClient,
  ofGuest: unknown,
  account: { readonly userId: string; readonly tenantId: string },
  isNew: boolean,
) {
  if (ofGuest === null) return null;
  const { rows } = await client.query<{ plan: string; limits: unknown }>(
    "SELECT plan, limits FROM users WHERE id = $1 AND tenant_id = $2 FOR NO KEY UPDATE",
    [account.userId, account.tenantId],
  );
  const [before] = rows;
  const limits = before === undefined ? null : followingLimits(ofGuest, before, isNew);
  if (before === undefined || limits === null) return null;
  const after = { plan: before.plan, limits };
  return { before: await storePlan(client, account, after), after };
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
