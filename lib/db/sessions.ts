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

const FIND = {
  name: "find-session-user",
  text: `
    SELECT u.id AS "userId", u.tenant_id AS "tenantId", u.role, u.plan, u.limits, u.is_anonymous AS "isAnonymous"
      FROM sessions s JOIN users u ON u.id = s.user_id
     WHERE s.token = $1 AND s.expires_at > now()
       AND NOT (u.banned AND (u.ban_expires IS NULL OR u.ban_expires > now()))`,
};

/** The person behind a session token; null when the session has ended or the person is banned. */
export async function findSessionUser(token: string): Promise<SessionUser | null> {
  const { rows } = await getPool().query<SessionUser>(FIND, [token]);
  return rows[0] ?? null;
}
