import "server-only";
import { quotasOfOneAddress } from "@/lib/config/plans";
import { findUsageToday, sumTurnsSince, type UsageSum } from "@/lib/db/usage-of-person";
import { parseUsd } from "@/lib/protocol/money";
import { type PlanHolder, planOf } from "./plan-of";

/** One window of today: what is used of it and its bound, null when there is none. Money is nano-dollars. */
export type DayWindow = { readonly used: bigint; readonly limit: bigint | null };

export type Usage = {
  readonly month: UsageSum;
  readonly today: { readonly turns: DayWindow; readonly tokens: DayWindow; readonly money: DayWindow };
};

/**
 * What a person has used this month and today, both in UTC. For a guest whose address has used more than they have, the
 * address counts: it is what refuses the next question.
 * @param addressKey see lib/auth/address-key.ts
 */
export async function readUsage(
  person: PlanHolder & { readonly userId: string },
  addressKey: string,
): Promise<Usage> {
  const plan = planOf(person);
  const now = new Date();
  const monthStart = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const [month, own, address] = await Promise.all([
    sumTurnsSince(person.userId, monthStart),
    findUsageToday(`user:${person.userId}`),
    plan.limitedByAddress ? findUsageToday(`address:${addressKey}`) : null,
  ]);
  const most = (read: (sum: UsageSum) => bigint) => {
    const [mine, shared] = [read(own), address === null ? 0n : read(address) / BigInt(quotasOfOneAddress)];
    return mine > shared ? mine : shared;
  };
  const limitOf = (limit: number | null) => (limit === null ? null : BigInt(limit));
  return {
    month,
    today: {
      turns: { used: most((sum) => BigInt(sum.turns)), limit: limitOf(plan.turnsPerDay) },
      tokens: { used: most((sum) => BigInt(sum.tokens)), limit: limitOf(plan.tokensPerDay) },
      money: {
        used: most((sum) => sum.costNanos),
        limit: plan.usdPerDay === null ? null : parseUsd(plan.usdPerDay),
      },
    },
  };
}
