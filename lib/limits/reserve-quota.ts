import "server-only";
import { type Plan, quotasOfOneAddress } from "@/lib/config/plans";
import { sentences } from "@/lib/config/sentences";
import { type GatedWork, grantUsage, type UsageLimits, type UsageScope } from "@/lib/db/usage-counters";
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

/** Whose quota a turn is taken from. */
export type QuotaHolder = {
  readonly userId: string;
  /** The network that the person shares a quota with; null when they have one to themselves. */
  readonly addressKey: string | null;
};

/**
 * Takes one turn and its reservation from the person's quota, and from that of their address, and does `work`: all
 * or nothing.
 * @returns whether the work went on; when it did not, nothing was taken
 * @throws ChatError quota_exceeded (turns, tokens) or budget_exceeded (money), each with the seconds to wait
 */
export async function reserveQuota(
  { userId, addressKey }: QuotaHolder,
  plan: Plan,
  reservation: Reservation,
  work: GatedWork,
): Promise<boolean> {
  const scopes: UsageScope[] = [{ subject: `user:${userId}`, limits: limitsOf(plan, 1) }];
  if (addressKey !== null)
    scopes.push({ subject: `address:${addressKey}`, limits: limitsOf(plan, quotasOfOneAddress) });
  const refusal = await grantUsage(reservation, scopes, work);
  if (refusal === null || refusal === "declined") return refusal === null;
  const code = refusal.limit === "nanosPerDay" ? "budget_exceeded" : "quota_exceeded";
  throw new ChatError(code, sentenceOf[refusal.limit], { retryAfterSeconds: refusal.retryAfterSeconds });
}

function limitsOf(plan: Plan, factor: number): UsageLimits {
  const times = (limit: number | null) => (limit === null ? null : limit * factor);
  return {
    turnsPerMinute: times(plan.turnsPerMinute),
    turnsPerDay: times(plan.turnsPerDay),
    tokensPerDay: times(plan.tokensPerDay),
    nanosPerDay: plan.usdPerDay === null ? null : parseUsd(plan.usdPerDay) * BigInt(factor),
  };
}
