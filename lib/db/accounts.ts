import "server-only";
import { getPool } from "./pool";

/** What a person sees of themselves. */
export type Account = {
  readonly userId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly email: string;
  readonly role: "USER" | "ADMIN";
  readonly plan: string;
  /** Limits of their own, see lib/limits/plan-of.ts; null for nearly everybody. */
  readonly limits: unknown;
  readonly isAnonymous: boolean;
  readonly twoFactorEnabled: boolean;
  /** False for guests, and for people who only ever signed in with another provider. */
  readonly hasPassword: boolean;
  readonly createdAt: Date;
  /** When the session that it was read for was last renewed. */
  readonly sessionRenewedAt: Date;
};

const FIND = `
  SELECT u.id AS "userId", u.tenant_id AS "tenantId", u.name, u.email, u.role, u.plan, u.limits, u.is_anonymous AS "isAnonymous",
         u.two_factor_enabled AS "twoFactorEnabled", u.created_at AS "createdAt", s.updated_at AS "sessionRenewedAt",
         EXISTS (SELECT FROM accounts a WHERE a.user_id = u.id AND a.password IS NOT NULL) AS "hasPassword"
    FROM sessions s JOIN users u ON u.id = s.user_id
   WHERE s.token = $1 AND s.expires_at > now()
     AND NOT (u.banned AND (u.ban_expires IS NULL OR u.ban_expires > now()))`;

/** The account behind a session token; null when the session has ended or the person is banned. */
export async function findAccountByToken(token: string): Promise<Account | null> {
  const { rows } = await getPool().query<Account>(FIND, [token]);
  return rows[0] ?? null;
}

/** When the password of an account was last set; null when there is no such account, or it has none. */
export async function findPasswordTime(email: string): Promise<Date | null> {
  const { rows } = await getPool().query<{ setAt: Date }>(
    `SELECT a.updated_at AS "setAt" FROM users u JOIN accounts a ON a.user_id = u.id AND a.password IS NOT NULL
      WHERE u.email = $1`,
    [email],
  );
  return rows[0]?.setAt ?? null;
}
