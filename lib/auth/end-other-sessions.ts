import "server-only";
import { createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { deleteVerificationsOf } from "@/lib/db/verifications";

/**
 * A new password ends all other sessions, whether the request asks for it or not, and the links that would set another
 * one.
 */
export const endOtherSessions = createAuthMiddleware(async (call) => {
  if (call.path !== "/change-password") return;
  const session = await getSessionFromCtx(call);
  if (session !== null) await deleteVerificationsOf(session.user.id);
  return { context: { body: { ...call.body, revokeOtherSessions: true } } };
});
