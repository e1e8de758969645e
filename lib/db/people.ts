import "server-only";
import type {
  OwnLimits,
  PeopleFilter,
  PersonLine,
  SessionLine,
  UsageDay,
  UsageToday,
} from "@/lib/protocol/review/people";
import { lowestIdAt } from "./ids";
import { getPool } from "./pool";

const RECENT_DAYS = 30;
const DAY_MS = 86_400_000;

type PersonRow = Omit<PersonLine, "costNanos"> & { readonly costNanos: string };

const BANNED = "(u.banned AND (u.ban_expires IS NULL OR u.ban_expires > now()))";

const conditionOfKind: Readonly<Record<NonNullable<PeopleFilter["kind"]>, string>> = {
  accounts: "NOT u.is_anonymous",
  guests: "u.is_anonymous",
  admins: "u.role = 'ADMIN'",
  banned: BANNED,
};

/** People of a tenant, the newest first, each with what they used lately. */
export async function findPeople(
  tenantId: string,
  filter: PeopleFilter,
  limit: number,
): Promise<PersonLine[]> {
  const values: unknown[] = [tenantId, lowestIdAt(new Date(Date.now() - RECENT_DAYS * DAY_MS))];
  const place = (value: unknown) => `$${values.push(value)}`;
  const conditions = ["u.tenant_id = $1"];
  if (filter.q !== undefined) conditions.push(`u.name || ' ' || u.email ILIKE ${place(partOf(filter.q))}`);
  if (filter.kind !== undefined) conditions.push(conditionOfKind[filter.kind]);
  if (filter.plan !== undefined) conditions.push(`u.plan = ${place(filter.plan)}`);
  if (filter.after !== undefined) {
    conditions.push(
      `(u.created_at, u.id) < (SELECT created_at, id FROM users WHERE id = ${place(filter.after)})`,
    );
  }
  const { rows } = await getPool().query<PersonRow>(
    `WITH page AS MATERIALIZED (
       SELECT u.* FROM users u WHERE ${conditions.join(" AND ")}
        ORDER BY u.created_at DESC, u.id DESC LIMIT ${place(limit)})
     SELECT u.id, u.name, u.email, u.role, u.plan, u.limits IS NOT NULL AS "hasOwnLimits",
            u.is_anonymous AS "isAnonymous", ${BANNED} AS "isBanned", u.created_at AS "createdAt",
            used.turns, used.cost AS "costNanos", used.last AS "lastTurnAt"
       FROM page u
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS turns, coalesce(sum(t.cost_nanos), 0) AS cost, max(t.created_at) AS last
          FROM turns t WHERE t.user_id = u.id AND t.id >= $2) AS used
      ORDER BY u.created_at DESC, u.id DESC`,
    values,
  );
  return rows.map((row) => ({ ...row, costNanos: BigInt(row.costNanos) }));
}

/** Ids of the people who are meant by an id, an e-mail address, or a part of a name. */
export async function findPeopleIds(tenantId: string, text: string, limit: number): Promise<string[]> {
  const { rows } = await getPool().query<{ id: string }>(
    `SELECT id FROM users WHERE tenant_id = $1 AND (id = $2 OR name || ' ' || email ILIKE $3) LIMIT $4`,
    [tenantId, text, partOf(text), limit],
  );
  return rows.map((row) => row.id);
}

/** A pattern that means the text itself, wherever it stands. */
function partOf(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
}

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: "USER" | "ADMIN";
  readonly plan: string;
  readonly limits: OwnLimits | null;
  readonly isAnonymous: boolean;
  readonly isBanned: boolean;
  readonly banReason: string | null;
  readonly banExpires: Date | null;
  readonly createdAt: Date;
};

/** One person of a tenant; null when there is none. */
export async function findPerson(userId: string, tenantId: string): Promise<Person | null> {
  const { rows } = await getPool().query<Person>(
    `SELECT id, name, email, role, plan, limits, is_anonymous AS "isAnonymous", ${BANNED} AS "isBanned",
            ban_reason AS "banReason", ban_expires AS "banExpires", created_at AS "createdAt"
       FROM users u WHERE id = $1 AND tenant_id = $2`,
    [userId, tenantId],
  );
  return rows[0] ?? null;
}

/** What a person has taken of today's windows (UTC), reservations of running turns included. */
export async function findUsageToday(userId: string): Promise<UsageToday> {
  const { rows } = await getPool().query<{ turns: number; tokens: string; costNanos: string }>(
    `SELECT day_turns AS turns, day_tokens AS tokens, day_nanos AS "costNanos" FROM usage_counters
      WHERE subject = 'user:' || $1 AND day_start = date_trunc('day', now(), 'UTC')`,
    [userId],
  );
  const row = rows[0];
  if (row === undefined) return { turns: 0, tokens: 0, costNanos: 0n };
  return { turns: row.turns, tokens: Number(row.tokens), costNanos: BigInt(row.costNanos) };
}

/** A person's turns and cost on each day (UTC) since a moment, oldest first; days without any are left out. */
export async function findUsageByDay(userId: string, since: Date): Promise<UsageDay[]> {
  const { rows } = await getPool().query<{ day: Date; turns: number; costNanos: string }>(
    `SELECT date_trunc('day', created_at, 'UTC') AS day, count(*)::int AS turns,
            coalesce(sum(cost_nanos), 0) AS "costNanos"
       FROM turns WHERE user_id = $1 AND id >= $2 GROUP BY 1 ORDER BY 1`,
    [userId, lowestIdAt(since)],
  );
  return rows.map((row) => ({ ...row, costNanos: BigInt(row.costNanos) }));
}

/** Where a person is signed in, the last used first. */
export async function findSessionsOf(userId: string): Promise<SessionLine[]> {
  const { rows } = await getPool().query<SessionLine>(
    `SELECT id, ip_address AS "ipAddress", user_agent AS "userAgent", updated_at AS "updatedAt"
       FROM sessions WHERE user_id = $1 AND expires_at > now() ORDER BY updated_at DESC LIMIT 50`,
    [userId],
  );
  return rows;
}
