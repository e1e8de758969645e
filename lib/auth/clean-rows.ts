import "server-only";
import { APIError } from "better-auth/api";
import { accounts } from "@/lib/config/accounts";
import { guestPlan, memberPlan } from "@/lib/config/plans";

const MAX_USER_AGENT_LENGTH = 400;

type Row = Readonly<Record<string, unknown>>;

/** What a new person starts with, whatever the request asked for. @throws APIError when the name is empty or too long */
export async function cleanUser<User extends Row>(user: User) {
  const plan = user["isAnonymous"] === true ? guestPlan : memberPlan;
  return { data: { ...user, name: cleanName(user["name"]), image: null, plan } };
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

function cleanName(name: unknown): string {
  const clean = typeof name === "string" ? name.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim() : "";
  if (clean === "" || clean.length > accounts.nameMaxLength)
    throw new APIError("BAD_REQUEST", { code: "INVALID_NAME", message: "The name is empty or too long." });
  return clean;
}
