import "server-only";
import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { moveGuest } from "@/lib/db/move-guest";
import { asksForCode, PROVIDER_CALLBACK } from "./second-step";

/** Says what a value signed by the sign-in library was signed for; its signatures do not cover the cookie's name. */
const PREFIX = "guest!";

/**
 * A sign-in in two steps loses the guest between them: the first step ends the guest's session, and only the second may
 * link them. So the first leaves a signed note in the browser, which the second reads. Stands after the plugins `secondStep`
 * and `anonymous`.
 */
export function guestThroughTwoFactor(maxAgeSeconds: number): BetterAuthPlugin {
  return {
    id: "guest-through-two-factor",
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === "/sign-in/email" || path === PROVIDER_CALLBACK,
          handler: createAuthMiddleware(async (call) => {
            if (!asksForCode(call.context.returned)) return;
            const session = await getSessionFromCtx(call, { disableRefresh: true });
            if (session?.user["isAnonymous"] !== true) return;
            const { name, attributes } = call.context.createAuthCookie("guest", { maxAge: maxAgeSeconds });
            await call.setSignedCookie(name, PREFIX + session.user.id, call.context.secret, attributes);
          }),
        },
        {
          matcher: ({ path }) =>
            path === "/two-factor/verify-totp" || path === "/two-factor/verify-backup-code",
          handler: createAuthMiddleware(async (call) => {
            const accountId = call.context.newSession?.user.id;
            if (accountId === undefined) return;
            const { name, attributes } = call.context.createAuthCookie("guest");
            const note = await call.getSignedCookie(name, call.context.secret);
            if (typeof note !== "string" || !note.startsWith(PREFIX)) return;
            await moveGuest(note.slice(PREFIX.length), accountId, false);
            call.setCookie(name, "", { ...attributes, maxAge: 0 });
          }),
        },
      ],
    },
  };
}
