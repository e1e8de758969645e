import "server-only";
import type { PeriodName } from "@/lib/protocol/review/overview";

const DAY_MS = 86_400_000;

const daysBefore: Readonly<Record<PeriodName, number>> = { today: 0, "7d": 6, "30d": 29 };

/** From the first midnight (UTC) of a period until now; today counts as one of its days. */
export function periodScope(period: PeriodName, now: Date): { from: Date; to: Date } {
  const midnightMs = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  return { from: new Date(midnightMs - daysBefore[period] * DAY_MS), to: now };
}
