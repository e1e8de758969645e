import "server-only";
import type { BetterAuthPlugin, GenericEndpointContext } from "better-auth";
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from "better-auth/api";
import { guessLimits } from "@/lib/config/accounts";
import { giveBackRate, type RateRequest, takeRates } from "@/lib/db/rate-limits";
import { accountKey, findKnownDevice, markDevice } from "./known-device";

/** The sign-in library's routes that tell whether a secret of an account is right, and which. */
const guessed: Readonly<Record<string, keyof typeof guessLimits>> = {
  "/sign-in/email": "password",
  "/change-password": "password",
  "/two-factor/enable": "password",
  "/two-factor/disable": "password",
  "/two-factor/get-totp-uri": "password",
  "/two-factor/generate-backup-codes": "password",
  "/two-factor/verify-totp": "code",
  "/two-factor/verify-backup-code": "code",
};

/** What a request has taken, until it is known whether its guess was right; and whose password it has set. */
const taken = new WeakMap<Request, RateRequest>();
const resetBy = new WeakMap<Request, string>();

/** Whose browser it is that has set a new password with a link: the link proves as much as the password would. */
export function noteReset(request: Request | undefined, email: string): void {
  if (request !== undefined) resetBy.set(request, email);
}

/**
 * Limits wrong guesses at one account, wherever they come from: see `guessLimits`. An e-mail that nobody has is limited as
 * one that somebody has, so the refusal tells nothing. Stands after the plugin `secondStep`, whose first step signs nobody
 * in.
 */
export const limitGuesses: BetterAuthPlugin = {
  id: "limit-guesses",
  hooks: {
    before: [
      {
        matcher: ({ path }) => path !== undefined && Object.hasOwn(guessed, path),
        handler: createAuthMiddleware(async (call) => {
          const rate = await findRate(call);
          if (rate === null) return;
          const waitSeconds = await takeRates([rate]);
          if (waitSeconds !== null) throw tooManyGuesses(waitSeconds);
          if (call.request !== undefined) taken.set(call.request, rate);
        }),
      },
    ],
    after: [
      {
        matcher: () => true,
        handler: createAuthMiddleware(async (call) => {
          const { returned, newSession } = call.context;
          const rate = call.request && taken.get(call.request);
          if (rate !== undefined && !isAPIError(returned)) await giveBackRate(rate);
          const user = newSession?.user;
          const owner = user === undefined ? call.request && resetBy.get(call.request) : user.email;
          if (owner !== undefined && user?.["isAnonymous"] !== true) await markDevice(call, owner);
        }),
      },
    ],
  },
};

/** Whose allowance a guess is taken from; null when it is a guess at nobody's secret. */
async function findRate(call: GenericEndpointContext): Promise<RateRequest | null> {
  const kind = guessed[call.path ?? ""];
  const session = await getSessionFromCtx(call, { disableRefresh: true });
  // Somebody who is signed in guesses at their own account, unless they sign in.
  const isSignedIn = session !== null && call.path !== "/sign-in/email";
  const email = isSignedIn ? session.user.email : await findGuessedEmail(call);
  if (kind === undefined || email === null) return null;
  const device = isSignedIn ? `session:${session.session.id}` : await findKnownDevice(call, email);
  const { stranger, known } = guessLimits[kind];
  const key = `guess:${kind}:${accountKey(email)}`;
  return device === null ? { key, ...stranger } : { key: `${key}:${device}`, ...known };
}

/** The account that a sign-in is for: as it was typed, or as the first step has found it. */
async function findGuessedEmail(call: GenericEndpointContext): Promise<string | null> {
  if (call.path === "/sign-in/email") {
    const { email } = (call.body ?? {}) as { email?: unknown };
    return typeof email === "string" ? email : null;
  }
  const { name } = call.context.createAuthCookie("two_factor");
  const step = await call.getSignedCookie(name, call.context.secret);
  if (typeof step !== "string") return null;
  const { internalAdapter } = call.context;
  const pending = await internalAdapter.findVerificationValue(step);
  const user = pending === null ? null : await internalAdapter.findUserById(pending.value);
  return user?.email ?? null;
}

function tooManyGuesses(waitSeconds: number): APIError {
  return new APIError(
    "TOO_MANY_REQUESTS",
    { code: "TOO_MANY_GUESSES", message: "Too many wrong guesses at this account." },
    { "retry-after": String(waitSeconds) },
  );
}
