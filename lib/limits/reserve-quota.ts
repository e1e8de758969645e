import "server-only";
import type { Plan } from "@/lib/config/plans";
import { sentences } from "@/lib/config/sentences";
import type { Queryable } from "@/lib/db/pool";
import { grantUsage, type UsageLimits } from "@/lib/db/usage-counters";
import { ChatError } from "@/lib/protocol/chat-error";
import { parseUsd } from "@/lib/protocol/money";

/** What is set aside for a turn before anything is called. `nanos` are nano-dollars. */
export type Reservation = { readonly tokens: bigint; readonly nanos: bigint };

const sentenceOf: Readonly<Record<keyof UsageLimits, string>> = {
  turnsPerMinute: sentences.turnsPerMinute,
  turnsPerDay: sentences.turnsPerDay,
  tokensPerDay: sentences.tokensPerDay,
  nanosPerDay: sentences.usdPerDay,
};

/**
 * Takes one turn and its reservation from the person's quota, all or nothing. Run it in the transaction that stores
 * the turn: what is rolled back was never taken.
 * @throws ChatError quota_exceeded (turns, tokens) or budget_exceeded (money), each with the seconds to wait
 */
export async function reserveQuota(
  db: Queryable,
  userId: string,
  plan: Plan,
  reservation: Reservation,
): Promise<void> {
  const { turnsPerMinute, turnsPerDay, tokensPerDay, usdPerDay } = plan;
  const nanosPerDay = usdPerDay === null ? null : parseUsd(usdPerDay);
  const limits: UsageLimits = { turnsPerMinute, turnsPerDay, tokensPerDay, nanosPerDay };
  const refusal = await grantUsage(db, { subject: `user:${userId}`, ...reservation }, limits);
  if (refusal === null) return;
  const code = refusal.limit === "nanosPerDay" ? "budget_exceeded" : "quota_exceeded";
  throw new ChatError(code, sentenceOf[refusal.limit], { retryAfterSeconds: refusal.retryAfterSeconds });
}
