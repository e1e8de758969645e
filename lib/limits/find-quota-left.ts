import "server-only";
import { quotaWarningPercent } from "@/lib/config/plans";
import type { QuotaLeft } from "@/lib/protocol/quota-left";
import type { PlanHolder } from "./plan-of";
import { type DayWindow, readUsage } from "./read-usage";

/** Shares are compared more finely than they are shown. */
const STEPS_PER_PERCENT = 10_000;
const ALL = 100 * STEPS_PER_PERCENT;

/**
 * What a person has left of today, null while it is more than one question and `quotaWarningPercent`, or has no limit.
 * @param addressKey see lib/auth/address-key.ts
 */
export async function findQuotaLeft(
  person: PlanHolder & { readonly userId: string },
  addressKey: string,
): Promise<QuotaLeft | null> {
  const { turns, tokens, money } = (await readUsage(person, addressKey)).today;
  const ofTurns = shareLeft(turns);
  const ofOthers = Math.min(shareLeft(tokens), shareLeft(money));
  const isLast = turns.limit !== null && leftOf(turns) <= 1n;
  if (!isLast && Math.min(ofTurns, ofOthers) >= quotaWarningPercent * STEPS_PER_PERCENT) return null;
  // Rounded down, so that nothing left is never shown as something.
  if (ofOthers < ofTurns) return { kind: "allowance", percent: Math.floor(ofOthers / STEPS_PER_PERCENT) };
  return { kind: "turns", turns: Number(leftOf(turns)) };
}

function shareLeft(window: DayWindow): number {
  if (window.limit === null) return ALL;
  return window.limit === 0n ? 0 : Number((leftOf(window) * BigInt(ALL)) / window.limit);
}

function leftOf({ used, limit }: DayWindow): bigint {
  const left = (limit ?? 0n) - used;
  return left > 0n ? left : 0n;
}
