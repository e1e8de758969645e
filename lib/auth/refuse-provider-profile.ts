import "server-only";
import type { BetterAuthOptions } from "better-auth";

type Validate = NonNullable<NonNullable<BetterAuthOptions["user"]>["validateUserInfo"]>;

/**
 * What GitHub or Google say of a person that is not enough. An address they have not confirmed makes no account: its owner
 * would find it taken, and whoever holds the account would keep a way in after the owner's new password. And an account
 * with a second step gets no further way in by its address alone, for that would outlast the step.
 */
export const refuseProviderProfile: Validate = async ({ user, source }, call) => {
  if (source.method !== "oauth") return undefined;
  if (source.action === "create-user" && user.emailVerified !== true) return { error: "email_not_verified" };
  if (source.action !== "link-account" || user.id === undefined) return undefined;
  const account: Readonly<Record<string, unknown>> | null = await call.context.internalAdapter.findUserById(
    user.id,
  );
  return account?.["twoFactorEnabled"] === true ? { error: "account_not_linked" } : undefined;
};
