import "server-only";
import type { PlanName } from "@/lib/config/plans";
import { getPrisma } from "./prisma";

/** How many admins there are. */
export async function countAdmins(): Promise<number> {
  return getPrisma().user.count({ where: { role: "ADMIN" } });
}

/** Puts a user on a plan. */
export async function setPlan(userId: string, plan: PlanName): Promise<void> {
  await getPrisma().user.update({ where: { id: userId }, data: { plan } });
}
