import "server-only";

/** What a plan grants. Money is USD as a decimal string; `null` means no limit. */
export type Plan = {
  readonly turnsPerMinute: number | null;
  readonly turnsPerDay: number | null;
  readonly tokensPerDay: number | null;
  readonly usdPerDay: string | null;
  /** Requests a minute, refused before any work is done; `burst` may come at once. */
  readonly requests: { readonly perMinute: number; readonly burst: number } | null;
  /** Whether the client's address is limited too, in requests and quota: for people who get a new account with one click. */
  readonly limitedByAddress: boolean;
};

/** Days begin at midnight UTC. A user's plan is `users.plan`. */
export const plans = {
  guest: {
    turnsPerMinute: 60,
    turnsPerDay: 1_000,
    tokensPerDay: 2_000_000,
    usdPerDay: "0.50",
    requests: { perMinute: 120, burst: 40 },
    limitedByAddress: true,
  },
  member: {
    turnsPerMinute: 60,
    turnsPerDay: 2_000,
    tokensPerDay: 5_000_000,
    usdPerDay: "5.00",
    requests: { perMinute: 120, burst: 30 },
    limitedByAddress: false,
  },
  unlimited: {
    turnsPerMinute: null,
    turnsPerDay: null,
    tokensPerDay: null,
    usdPerDay: null,
    requests: null,
    limitedByAddress: false,
  },
} as const satisfies Record<string, Plan>;

export type PlanName = keyof typeof plans;

/** The plan of an account that has signed up, and of a person who only opened the page. */
export const memberPlan: PlanName = "member";
export const guestPlan: PlanName = "guest";

/** The plan of a name; of one that is no longer here the smallest, never none. */
export function planNamed(name: string): Plan {
  const known: Readonly<Record<string, Plan>> = plans;
  return (Object.hasOwn(known, name) ? known[name] : undefined) ?? plans[guestPlan];
}

/** The plan of admins. */
export const adminPlan: PlanName = "unlimited";

/** New guests from one client address. */
export const newGuests = { perMinute: 60 } as const;

/** Requests from one client address, all its guests together. */
export const addressRequests = { perMinute: 300, burst: 60 } as const;

/**
 * How many times a guest's quota all guests of one client address have together. 1: a new guest goes on where the last one
 * stopped. Raise it when many people reach you from behind one address, such as an office or a school.
 */
export const quotasOfOneAddress = 1;

/** A person is told what is left of their day once it is less than this. */
export const quotaWarningPercent = 20;
