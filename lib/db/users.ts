import "server-only";
import { getPrisma } from "./prisma";

/** How many admins there are. */
export async function countAdmins(): Promise<number> {
  return getPrisma().user.count({ where: { role: "ADMIN" } });
}

/** Puts a user on the plan without limits. */
export async function makeUnlimited(userId: string): Promise<void> {
  await getPrisma().user.update({ where: { id: userId }, data: { plan: "unlimited" } });
}
