import "server-only";
import { findAuditOf } from "@/lib/db/audit-events";
import { findPerson, findSessionsOf, findUsageByDay, findUsageToday, type Person } from "@/lib/db/people";
import type { AuditLine } from "@/lib/protocol/review/audit";
import type { SessionLine, UsageDay, UsageToday } from "@/lib/protocol/review/people";
import { periodScope } from "./period-scope";

const MAX_AUDIT_LINES = 50;

export type LoadedPerson = {
  readonly person: Person;
  readonly today: UsageToday;
  /** The last 30 days, each of them. */
  readonly days: readonly UsageDay[];
  readonly sessions: readonly SessionLine[];
  readonly audit: readonly AuditLine[];
};

/** What there is to know about a person of a tenant; null when there is none. */
export async function loadPerson(
  userId: string,
  tenantId: string,
  now: Date = new Date(),
): Promise<LoadedPerson | null> {
  const person = await findPerson(userId, tenantId);
  if (person === null) return null;
  const { from, to } = periodScope("30d", now);
  const [today, found, sessions, audit] = await Promise.all([
    findUsageToday(userId),
    findUsageByDay(userId, from),
    findSessionsOf(userId),
    findAuditOf(tenantId, { kind: "user", id: userId }, MAX_AUDIT_LINES),
  ]);
  return { person, today, days: everyDay(from, to, found), sessions, audit };
}

const DAY_MS = 86_400_000;

function everyDay(from: Date, to: Date, found: readonly UsageDay[]): UsageDay[] {
  const days: UsageDay[] = [];
  for (let startMs = from.getTime(); startMs < to.getTime(); startMs += DAY_MS) {
    const known = found.find(({ day }) => day.getTime() === startMs);
    days.push(known ?? { day: new Date(startMs), turns: 0, costNanos: 0n });
  }
  return days;
}
