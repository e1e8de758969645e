import "server-only";
import { getPool } from "./pool";

/** Forgets everything that a person began and has not finished: links for a new password, sign-ins after the first step. */
export async function deleteVerificationsOf(userId: string): Promise<void> {
  await getPool().query("DELETE FROM verifications WHERE value = $1", [userId]);
}
