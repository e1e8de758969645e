import "server-only";
import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware } from "better-auth/api";
import { twoFactor } from "better-auth/plugins";
import { accounts } from "@/lib/config/accounts";
import { product } from "@/lib/config/product";
import { ownPath } from "./own-path";

/** The route of the sign-in library to which GitHub and Google send people back. */
export const PROVIDER_CALLBACK = "/callback/:id";

/**
 * Two-factor sign-in for every way in: as it comes, the library's plugin asks for the code behind a password only, and
 * another provider would lead past it. How many codes may be tried is the matter of `limitGuesses`, for the library locks
 * the owner out together with whoever guesses.
 */
export function secondStep() {
  const plugin = twoFactor({
    issuer: product.name,
    twoFactorCookieMaxAge: accounts.twoFactorMinutes * 60,
    accountLockout: { enabled: false },
  });
  const after = plugin.hooks.after.map(({ matcher, handler }) => ({
    handler,
    matcher: (call: Parameters<typeof matcher>[0]) => matcher(call) || call.path === PROVIDER_CALLBACK,
  }));
  return { ...plugin, hooks: { ...plugin.hooks, after } };
}

/** Whether a sign-in stands before its second step: nobody is signed in yet. */
export function asksForCode(returned: unknown): boolean {
  return typeof returned === "object" && returned !== null && "twoFactorRedirect" in returned;
}

/** Who comes back from another provider looks at a page: leads them to the one that asks for the code. */
export const leadToSecondStep: BetterAuthPlugin = {
  id: "lead-to-second-step",
  hooks: {
    after: [
      {
        matcher: ({ path }) => path === PROVIDER_CALLBACK,
        handler: createAuthMiddleware(async (call) => {
          if (!asksForCode(call.context.returned)) return;
          const next = ownPath(call.context.responseHeaders?.get("location") ?? undefined);
          throw call.redirect(`/sign-in?${new URLSearchParams({ step: "code", next })}`);
        }),
      },
    ],
  },
};
