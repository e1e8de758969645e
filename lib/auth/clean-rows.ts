import "server-only";
import type { GenericEndpointContext } from "better-auth";
import { APIError } from "better-auth/api";
import { accounts } from "@/lib/config/accounts";
import { guestPlan, memberPlan } from "@/lib/config/plans";
import { PROVIDER_CALLBACK } from "./second-step";

const MAX_USER_AGENT_LENGTH = 400;

type Row = Readonly<Record<string, unknown>>;

/** What a new person starts with, whatever the request asked for. @throws APIError when the name is empty or too long */
export async function cleanUser<User extends Row>(user: User, call?: GenericEndpointContext | null) {
  const plan = user["isAnonymous"] === true ? guestPlan : memberPlan;
  const name = call?.path === PROVIDER_CALLBACK ? nameFromProvider(user) : cleanName(user["name"]);
  return { data: { ...user, name, image: null, plan } };
}

/** @throws APIError when a new name is empty or too long */
export async function cleanUserChange<Change extends Row>(change: Change) {
  const name = change["name"] === undefined ? {} : { name: cleanName(change["name"]) };
  return { data: { ...change, ...name, image: null } };
}

/** A session says which browser it is, not where: addresses are not kept in plain. */
export async function cleanSession<Session extends Row>(session: Session) {
  const userAgent = session["userAgent"];
  return {
    data: {
      ...session,
      ipAddress: null,
      userAgent: typeof userAgent === "string" ? userAgent.slice(0, MAX_USER_AGENT_LENGTH) : null,
    },
  };
}

/** Nobody can mend there what a provider says, so it is cut, and the address has to do for a name that is none. */
function nameFromProvider({ name, email }: Row): string {
  const whole = plainName(name) || plainName(email).split("@")[0] || "";
  // The cut must not leave half of a character behind.
  return cleanName(whole.slice(0, accounts.nameMaxLength).replace(/[\uD800-\uDBFF]$/, ""));
}

function plainName(name: unknown): string {
  return typeof name === "string" ? name.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim() : "";
}

function cleanName(name: unknown): string {
  const clean = plainName(name);
  if (clean === "" || clean.length > accounts.nameMaxLength)
    throw new APIError("BAD_REQUEST", { code: "INVALID_NAME", message: "The name is empty or too long." });
  return clean;
}
