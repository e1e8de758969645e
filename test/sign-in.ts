import { randomUUID } from "node:crypto";
import { getAuth } from "@/lib/auth/auth";
import { getPool } from "@/lib/db/pool";

const PASSWORD = "a password of tests";

/** Signs up somebody with an account. @returns their id, and the headers of a request of theirs */
export async function signUp(role: "USER" | "ADMIN"): Promise<{ userId: string; headers: Headers }> {
  const email = `${randomUUID()}@example.com`;
  const { user } = await getAuth().api.createUser({
    body: { email, password: PASSWORD, name: `${role} of tests`, role },
  });
  const { headers } = await getAuth().api.signInEmail({
    body: { email, password: PASSWORD },
    returnHeaders: true,
  });
  const cookie = headers.getSetCookie().map((line) => line.split(";")[0]);
  await getPool().query("UPDATE users SET plan = 'member' WHERE id = $1", [user.id]);
  return { userId: user.id, headers: new Headers({ cookie: cookie.join("; ") }) };
}
