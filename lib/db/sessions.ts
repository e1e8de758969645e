import "server-only";
import { getPool } from "./pool";

export type SessionUser = {
  readonly userId: string;
  readonly tenantId: string;
  readonly role: "USER" | "ADMIN";
  readonly plan: string;
  /** Limits of their own, see lib/limits/plan-of.ts; null for nearly everybody. */
  readonly limits: unknown;
  readonly isAnonymous: boolean;
};

/** Selects the people behind sessions `s` that live, unless they are banned; the condition on `s` is to be added. */
export const SESSION_USER = `
    SELECT u.id AS "userId", u.tenant_id AS "tenantId", u.role, u.plan, u.limits, u.is_anonymous AS "isAnonymous"
      FROM sessions s JOIN users u ON u.id = s.user_id AND s.expires_at > now()
       AND NOT (u.banned AND (u.ban_expires IS NULL OR u.ban_expires > now()))`;

const FIND = { name: "find-session-user", text: `${SESSION_USER} WHERE s.token = $1` };

/** The person behind a session token; null when the session has ended or the person is banned. */
export async function findSessionUser(token: string): Promise<SessionUser | null> {
  const { rows } = await getPool().query<SessionUser>(FIND, [token]);
  return rows[0] ?? null;
}

export type SessionListing = {
  readonly id: string;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  /** When it was last renewed, which a session that is used is once a day. */
  readonly renewedAt: Date;
  /** Whether it is the session of the given token. */
  readonly isCurrent: boolean;
};

/** A person's living sessions, the given one first, then the newest. */
export async function listSessionsOf(userId: string, token: string): Promise<SessionListing[]> {
  const { rows } = await getPool().query<SessionListing>(
    `SELECT id, user_agent AS "userAgent", created_at AS "createdAt", updated_at AS "renewedAt", token = $2 AS "isCurrent"
       FROM sessions WHERE user_id = $1 AND expires_at > now() ORDER BY token = $2 DESC, updated_at DESC`,
    [userId, token],
  );
  return rows;
}

/** Ends one session of a person. @returns whether there was one */
export async function deleteSession(userId: string, sessionId: string): Promise<boolean> {
  const { rowCount } = await getPool().query("DELETE FROM sessions WHERE user_id = $1 AND id = $2", [
    userId,
    sessionId,
  ]);
  return rowCount === 1;
}

/** Ends all sessions of a person but one. */
export async function deleteOtherSessions(userId: string, token: string): Promise<void> {
  await getPool().query("DELETE FROM sessions WHERE user_id = $1 AND token <> $2", [userId, token]);
}

/** Ends all sessions of a person. */
export async function deleteSessionsOf(userId: string): Promise<void> {
  await getPool().query("DELETE FROM sessions WHERE user_id = $1", [userId]);
}
