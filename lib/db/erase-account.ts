import "server-only";
import type { PoolClient } from "pg";
import { insertAuditEvent } from "./audit-events";
import { getPool, inTransaction } from "./pool";

export type Erasure = "erased" | "turns_running" | "last_admin";

/**
 * Deletes a person and everything they wrote or were answered. What stays says what was spent and what was done, under an
 * id that leads to nobody: turns, attempts and verdicts without their texts, counters, audit events. A table that keeps
 * something a person wrote has to be named here, unless it goes with their chats.
 */
export function eraseAccount(userId: string): Promise<Erasure> {
  return inTransaction(async (client) => {
    // Two admins who leave at once must not both see the other one stay.
    const admins = await client.query<{ id: string; tenantId: string }>(
      `SELECT id, tenant_id AS "tenantId" FROM users WHERE id = $1 OR role = 'ADMIN' ORDER BY id FOR UPDATE`,
      [userId],
    );
    const person = admins.rows.find(({ id }) => id === userId);
    if (person === undefined) return "erased";
    if (await isLastAdmin(client, userId)) return "last_admin";
    const chats = await client.query<{ running: boolean }>(
      "SELECT running_turn_id IS NOT NULL AS running FROM chats WHERE user_id = $1 FOR UPDATE",
      [userId],
    );
    if (chats.rows.some(({ running }) => running)) return "turns_running";
    for (const statement of statements) await client.query(statement, [userId]);
    await insertAuditEvent(client, {
      tenantId: person.tenantId,
      actorId: userId,
      action: "user.delete",
      targetKind: "user",
      targetId: userId,
      details: {},
    });
    return "erased";
  });
}

async function isLastAdmin(client: PoolClient, userId: string): Promise<boolean> {
  const { rows } = await client.query<{ last: boolean }>(
    `SELECT role = 'ADMIN' AND NOT EXISTS (SELECT FROM users WHERE role = 'ADMIN' AND id <> $1) AS last
       FROM users WHERE id = $1`,
    [userId],
  );
  return rows[0]?.last === true;
}

const OWN_TURNS = "SELECT id FROM turns WHERE user_id = $1";

const statements = [
  `UPDATE attempts SET request_body = NULL, request_headers = NULL, response_body = NULL, response_headers = NULL,
          error_message = NULL
    WHERE turn_id IN (${OWN_TURNS})`,
  `DELETE FROM turn_stream_parts WHERE turn_id IN (${OWN_TURNS})`,
  `UPDATE flags SET note = NULL, reason = CASE WHEN kind IN ('FEEDBACK', 'REPORT') THEN '' ELSE reason END
    WHERE turn_id IN (${OWN_TURNS})`,
  "DELETE FROM feedback WHERE user_id = $1",
  // A hash of a short question can be guessed.
  "DELETE FROM turn_names WHERE chat_id IN (SELECT id FROM chats WHERE user_id = $1)",
  "UPDATE turns SET passages = NULL, address_key = NULL WHERE user_id = $1",
  "DELETE FROM verifications WHERE value = $1",
  // Takes chats with their messages, files, sessions, sign-ins and the second factor along.
  "DELETE FROM users WHERE id = $1",
];

/** The turns of a person that are being answered. */
export async function findRunningTurnsOf(userId: string): Promise<string[]> {
  const { rows } = await getPool().query<{ id: string }>(
    "SELECT running_turn_id AS id FROM chats WHERE user_id = $1 AND running_turn_id IS NOT NULL",
    [userId],
  );
  return rows.map(({ id }) => id);
}
