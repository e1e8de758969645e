import "server-only";
import { planNamed } from "@/lib/config/plans";
import { parseUsd } from "@/lib/protocol/money";
import { type OwnLimits, ownLimitsSchema } from "@/lib/protocol/review/people";

type Account = { readonly plan: string; readonly limits: unknown };
type Limit = number | string | null;

/**
 * The limits of their own that an account has once it has taken over a guest who had some: those of the guest where it was
 * made just now and has none, else of each limit the stricter one, so that no guest loosens an account.
 * @returns null when the account's stay as they are
 */
export function followingLimits(ofGuest: unknown, account: Account, isNew: boolean): OwnLimits | null {
  const guest = ownLimitsSchema.safeParse(ofGuest);
  if (!guest.success || Object.keys(guest.data).length === 0) return null;
  if (isNew && account.limits === null) return guest.data;
  const own = ownLimitsSchema.safeParse(account.limits);
  const limits: OwnLimits = own.success ? own.data : {};
  const plan = planNamed(account.plan);
  const isTighter = (name: keyof OwnLimits) =>
    isStricter(guest.data[name], limits[name] === undefined ? plan[name] : limits[name]);
  const { turnsPerMinute, turnsPerDay, tokensPerDay, usdPerDay } = guest.data;
  const stricter: OwnLimits = {
    ...(isTighter("turnsPerMinute") && { turnsPerMinute }),
    ...(isTighter("turnsPerDay") && { turnsPerDay }),
    ...(isTighter("tokensPerDay") && { tokensPerDay }),
    ...(isTighter("usdPerDay") && { usdPerDay }),
  };
  return Object.keys(stricter).length === 0 ? null : { ...limits, ...stricter };
}

/** Null is no limit; a limit of the guest that is not there is none of theirs. */
function isStricter(limit: Limit | undefined, other: Limit): boolean {
  if (limit === undefined || limit === null) return false;
  return other === null || sizeOf(limit) < sizeOf(other);
}

/** Money is a decimal string, all else a count. */
function sizeOf(limit: number | string): bigint {
  return typeof limit === "string" ? parseUsd(limit) : BigInt(limit);
}
