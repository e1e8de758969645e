import { z } from "zod";

const peopleKinds = ["accounts", "guests", "admins", "banned"] as const;

/** What the list of people is narrowed to, as it stands in the address; what makes no sense is left out. */
export const peopleFilterSchema = z.object({
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  kind: z.enum(peopleKinds).optional().catch(undefined),
  plan: z.string().max(64).optional().catch(undefined),
  /** The person behind whom the page begins. */
  after: z.string().max(64).optional().catch(undefined),
});

export type PeopleFilter = z.infer<typeof peopleFilterSchema>;

/** A person as the list shows them, with what they used in the last 30 days. Money is nano-dollars. */
export type PersonLine = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: "USER" | "ADMIN";
  readonly plan: string;
  readonly hasOwnLimits: boolean;
  readonly isAnonymous: boolean;
  readonly isBanned: boolean;
  readonly createdAt: Date;
  readonly turns: number;
  readonly costNanos: bigint;
  readonly lastTurnAt: Date | null;
};

/**
 * Limits of one person that replace their plan's, key by key: a key that is not there is the plan's, `null` is no
 * limit. Money is USD as a decimal string, as in plans.
 */
export const ownLimitsSchema = z.strictObject({
  turnsPerMinute: z.int().min(0).max(1_000_000).nullable().optional(),
  turnsPerDay: z.int().min(0).max(10_000_000).nullable().optional(),
  tokensPerDay: z.int().min(0).max(1_000_000_000_000).nullable().optional(),
  usdPerDay: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,9})?$/)
    .nullable()
    .optional(),
});

export type OwnLimits = z.infer<typeof ownLimitsSchema>;

/** What a person has used of today's windows, and what they may. */
export type UsageToday = {
  readonly turns: number;
  readonly tokens: number;
  readonly costNanos: bigint;
};

export type SessionLine = {
  readonly id: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  readonly updatedAt: Date;
};

/** What a person used on one day (UTC). */
export type UsageDay = { readonly day: Date; readonly turns: number; readonly costNanos: bigint };
