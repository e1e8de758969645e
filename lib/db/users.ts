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

export type Person = { readonly id: string; readonly isAnonymous: boolean };

/** A person of a tenant; null when there is none. */
export async function findPerson(userId: string, tenantId: string): Promise<Person | null> {
  return getPrisma().user.findFirst({
    where: { id: userId, tenantId },
    select: { id: true, isAnonymous: true },
  });
}
