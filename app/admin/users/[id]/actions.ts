"use server";

import { z } from "zod";
import { createPasswordResetLink } from "@/lib/auth/create-password-reset-link";
import { type PlanName, plans } from "@/lib/config/plans";
import { strings } from "@/lib/config/strings";
import type { ActionResult } from "@/lib/protocol/review/action-result";
import { ownLimitsSchema } from "@/lib/protocol/review/people";
import { changeBan, changePlan, signOutEverywhere } from "@/lib/review/change-person";
import { runAdminAction } from "../../run-action";

const { problems } = strings.admin;

const userId = z.string().min(1).max(64);
const reason = z
  .string()
  .trim()
  .min(3, problems.reason)
  .max(500)
  .refine((text) => !text.includes("\0"), problems.notPlain);
const planName = z
  .string()
  .refine((name): name is PlanName => Object.hasOwn(plans, name), problems.unknownPlan);

const planSchema = z.strictObject({ userId, plan: planName, limits: ownLimitsSchema, reason });

/** Changes a person's plan and the limits of their own. */
export async function savePlan(input: z.input<typeof planSchema>): Promise<ActionResult> {
  return runAdminAction(planSchema, input, (admin, { userId, plan, limits, reason }) => {
    const own = Object.keys(limits).length === 0 ? null : limits;
    return changePlan(admin, userId, { plan, limits: own, reason });
  });
}

const banSchema = z.strictObject({
  userId,
  reason,
  /** The first day (UTC) on which the person may come back; null bans for good. */
  until: z.iso
    .date()
    .refine((day) => new Date(day) > new Date(), problems.past)
    .nullable(),
});

/** Bans a person and ends their sessions. */
export async function ban(input: z.input<typeof banSchema>): Promise<ActionResult> {
  return runAdminAction(banSchema, input, (admin, { userId, reason, until }) =>
    changeBan(admin, userId, { reason, until: until === null ? null : new Date(until) }),
  );
}

const personSchema = z.strictObject({ userId });

/** Lifts a ban. */
export async function liftBan(input: z.input<typeof personSchema>): Promise<ActionResult> {
  return runAdminAction(personSchema, input, (admin, { userId }) => changeBan(admin, userId, null));
}

/** Makes a link with which a person chooses a new password, for an admin to hand over. */
export async function makeResetLink(
  input: z.input<typeof personSchema>,
): Promise<ActionResult & { readonly path?: string }> {
  let path = "";
  const result = await runAdminAction(personSchema, input, async (admin, { userId }) => {
    path = (await createPasswordResetLink(userId, admin)).path;
  });
  return result.ok ? { ok: true, path } : result;
}

/** Ends all sessions of a person. */
export async function signOut(input: z.input<typeof personSchema>): Promise<ActionResult> {
  return runAdminAction(personSchema, input, (admin, { userId }) => signOutEverywhere(admin, userId));
}
