import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { admin, anonymous } from "better-auth/plugins";
import { adminAc, userAc } from "better-auth/plugins/admin/access";
import { getEnv } from "@/lib/config/env";
import { guestPlan, memberPlan, newGuests } from "@/lib/config/plans";
import { getPrisma } from "@/lib/db/prisma";
import { ADDRESS_HEADER } from "./client-address";

const SESSION_DAYS = 30;

declare global {
  var parapetAuth: Auth | undefined;
}

type Auth = ReturnType<typeof createAuth>;

/** Accounts and sessions: better-auth on our database. */
export function getAuth(): Auth {
  globalThis.parapetAuth ??= createAuth();
  return globalThis.parapetAuth;
}

/** The key that signs cookies. @throws Error when it is unset; the launcher generates one. */
export function getAuthSecret(): string {
  const secret = getEnv().AUTH_SECRET;
  if (secret === undefined)
    throw new Error("AUTH_SECRET is unset: start Parapet with `npm run dev` or `npm start`.");
  return secret;
}

function createAuth() {
  const env = getEnv();
  return betterAuth({
    database: prismaAdapter(getPrisma(), { provider: "postgresql" }),
    secret: getAuthSecret(),
    basePath: "/api/auth",
    ...(env.APP_URL === undefined ? {} : { baseURL: env.APP_URL }),
    trustedOrigins: (request) => originsOf(request, env.APP_URL),
    emailAndPassword: { enabled: true, minPasswordLength: 12 },
    session: { expiresIn: SESSION_DAYS * 86_400, updateAge: 86_400 },
    user: {
      additionalFields: {
        plan: { type: "string", input: false, defaultValue: memberPlan },
        tenantId: { type: "string", input: false, defaultValue: "default" },
      },
    },
    rateLimit: {
      enabled: env.NODE_ENV === "production",
      storage: "database",
      modelName: "authRateLimit",
      customRules: { "/sign-in/anonymous": { window: 60, max: newGuests.perMinute } },
    },
    advanced: { ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] } },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => ({
            data: { ...user, plan: user["isAnonymous"] === true ? guestPlan : memberPlan },
          }),
        },
      },
    },
    plugins: [
      admin({ defaultRole: "USER", adminRoles: ["ADMIN"], roles: { USER: userAc, ADMIN: adminAc } }),
      anonymous({ emailDomainName: "guest.invalid", disableDeleteAnonymousUser: true }),
    ],
    telemetry: { enabled: false },
    logger: { level: "error" },
  });
}

/** A page of ours is one whose origin is the host it was asked under, whatever that is called. */
function originsOf(request: Request | undefined, appUrl: string | undefined): string[] {
  const host = request?.headers.get("host");
  const own = host ? [`http://${host}`, `https://${host}`] : [];
  return appUrl === undefined ? own : [...own, new URL(appUrl).origin];
}
