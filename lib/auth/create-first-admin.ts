import "server-only";
import { randomBytes } from "node:crypto";
import { getEnv } from "@/lib/config/env";
import { adminPlan } from "@/lib/config/plans";
import { countAdmins, setPlan } from "@/lib/db/users";
import { getAuth } from "./auth";

const DEFAULT_EMAIL = "admin@example.com";

/**
 * Creates the first admin when there is none, from ADMIN_EMAIL and ADMIN_PASSWORD.
 * @returns the e-mail, and the password when it was generated, to be shown once; null when an admin exists
 */
export async function createFirstAdmin(): Promise<{ email: string; password: string | null } | null> {
  if ((await countAdmins()) > 0) return null;
  const env = getEnv();
  const email = env.ADMIN_EMAIL ?? DEFAULT_EMAIL;
  const generated = env.ADMIN_PASSWORD === undefined ? randomBytes(15).toString("base64url") : null;
  const { user } = await getAuth().api.createUser({
    body: { email, password: env.ADMIN_PASSWORD ?? generated ?? "", name: "Admin", role: "ADMIN" },
  });
  await setPlan(user.id, adminPlan);
  return { email, password: generated };
}
