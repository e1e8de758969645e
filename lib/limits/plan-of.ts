import "server-only";
import { type Plan, planNamed } from "@/lib/config/plans";
import { ownLimitsSchema } from "@/lib/protocol/review/people";

/** Whose limits are asked for: a plan by name, and the limits of their own where an admin has given any. */
export type PlanHolder = { readonly plan: string; readonly limits: unknown };

/**
 * What a person may use: their plan, with the limits of their own in place of the plan's. The one place that knows of
 * both. A plan that the configuration no longer has means the smallest one, and limits that cannot be read mean the
 * plan's: never none.
 */
export function planOf(holder: PlanHolder): Plan {
  const plan = planNamed(holder.plan);
  if (holder.limits === null) return plan;
  const own = ownLimitsSchema.safeParse(holder.limits);
  if (!own.success) return plan;
  const given = Object.entries(own.data).filter(([, limit]) => limit !== undefined);
  return { ...plan, ...Object.fromEntries(given) };
}
