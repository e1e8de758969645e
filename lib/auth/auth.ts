import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { admin, anonymous } from "better-auth/plugins";
import { adminAc, userAc } from "better-auth/plugins/admin/access";
import { accounts } from "@/lib/config/accounts";
import { getEnv } from "@/lib/config/env";
import { getLogger } from "@/lib/config/logger";
import { memberPlan } from "@/lib/config/plans";
import { product } from "@/lib/config/product";
import { moveGuest } from "@/lib/db/move-guest";
import { getPrisma } from "@/lib/db/prisma";
import { deleteVerificationsOf } from "@/lib/db/verifications";
import { attemptLimiter, clientAddress } from "./attempt-limiter";
import { auditAdminRoutes } from "./audit-admin-routes";
import { cleanSession, cleanUser, cleanUserChange } from "./clean-rows";
import { endOtherSessions } from "./end-other-sessions";
import { forgetEndedSessions } from "./forget-ended-sessions";
import { getAuthSecret } from "./get-auth-secret";
import { guestThroughTwoFactor } from "./guest-through-two-factor";
import { isFirstSession } from "./is-first-session";
import { limitGuesses, noteReset } from "./limit-guesses";
import { refuseProviderProfile } from "./refuse-provider-profile";
import { leadToSecondStep, secondStep } from "./second-step";
import { sendPasswordReset } from "./send-password-reset";
import { socialProviders } from "./sign-in-ways";

const DAY_SECONDS = 86_400;

declare global {
  var parapetAuth: Auth | undefined;
}

type Auth = ReturnType<typeof createAuth>;

/** Accounts and sessions: better-auth on our database. */
export function getAuth(): Auth {
  globalThis.parapetAuth ??= createAuth();
  return globalThis.parapetAuth;
}

function createAuth() {
  const env = getEnv();
  return betterAuth({
    appName: product.name,
    database: prismaAdapter(getPrisma(), { provider: "postgresql" }),
    secret: getAuthSecret(),
    basePath: "/api/auth",
    ...(env.APP_URL === undefined ? {} : { baseURL: env.APP_URL }),
    trustedOrigins: (request) => originsOf(request, env.APP_URL),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: accounts.passwordLength.min,
      maxPasswordLength: accounts.passwordLength.max,
      resetPasswordTokenExpiresIn: accounts.resetLinkMinutes.mailed * 60,
      revokeSessionsOnPasswordReset: true,
      // Other links, half-done sign-ins: whatever the old password began ends with it.
      onPasswordReset: ({ user }, request) => {
        noteReset(request, user.email);
        return deleteVerificationsOf(user.id);
      },
      ...(env.SMTP_URL === undefined ? {} : { sendResetPassword: sendPasswordReset }),
    },
    socialProviders: socialProviders(env),
    account: { encryptOAuthTokens: true },
    // Where a person lands who comes back from a provider with something that cannot be used.
    onAPIError: { errorURL: "/sign-in" },
    verification: { storeIdentifier: "hashed" },
    session: {
      expiresIn: accounts.sessionDays * DAY_SECONDS,
      updateAge: accounts.sessionRenewalDays * DAY_SECONDS,
    },
    user: {
      additionalFields: {
        plan: { type: "string", input: false, defaultValue: memberPlan },
        tenantId: { type: "string", input: false, defaultValue: "default" },
      },
      validateUserInfo: refuseProviderProfile,
    },
    rateLimit: attemptLimiter,
    advanced: { ipAddress: clientAddress },
    databaseHooks: {
      user: { create: { before: cleanUser }, update: { before: cleanUserChange } },
      session: { create: { before: cleanSession } },
    },
    hooks: { before: endOtherSessions, after: auditAdminRoutes },
    // Acting as somebody else is nobody's right, and an account is deleted by a route that also deletes what it left.
    disabledPaths: ["/admin/impersonate-user", "/admin/stop-impersonating", "/admin/remove-user"],
    plugins: [
      forgetEndedSessions,
      admin({ defaultRole: "USER", adminRoles: ["ADMIN"], roles: { USER: userAc, ADMIN: adminAc } }),
      secondStep(),
      // After the second step: a guest is linked to an account only when the sign-in has passed every step.
      anonymous({
        emailDomainName: "guest.invalid",
        disableDeleteAnonymousUser: true,
        onLinkAccount: async ({ anonymousUser, newUser }) => {
          if (newUser.user["isAnonymous"] === true) return;
          await moveGuest(anonymousUser.user.id, newUser.user.id, isFirstSession(newUser));
        },
      }),
      guestThroughTwoFactor(accounts.twoFactorMinutes * 60),
      limitGuesses,
      leadToSecondStep,
    ],
    telemetry: { enabled: false },
    // From "warn" on the library would also print every refusal, past the log.
    logger: { level: "info", log: logFault },
  });
}

/** Besides the sentence only a fault is kept: the rest is what somebody sent, and no fault of ours. */
function logFault(level: string, message: string, ...details: unknown[]): void {
  if (level !== "error") return;
  const error = details.find((detail) => detail instanceof Error && detail.name !== "BetterAuthError");
  if (error === undefined) getLogger().warn(`sign-in: ${message}`);
  else getLogger().error({ error }, `sign-in: ${message}`);
}

/** A page of ours is one whose origin is the host it was asked under, whatever that is called. */
function originsOf(request: Request | undefined, appUrl: string | undefined): string[] {
  const host = request?.headers.get("host");
  const own = host ? [`http://${host}`, `https://${host}`] : [];
  return appUrl === undefined ? own : [...own, new URL(appUrl).origin];
}
