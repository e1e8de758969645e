import "server-only";
import { randomBytes } from "node:crypto";
import type { GenericEndpointContext } from "better-auth";
import { knownDevice } from "@/lib/config/accounts";
import { findPasswordTime } from "@/lib/db/accounts";
import { keyedHash } from "./keyed-hash";

/** Says what a value signed by the sign-in library was signed for; its signatures do not cover the cookie's name. */
const PREFIX = "device!";
const ID_BYTES = 12;
const DAY_SECONDS = 86_400;

/** That this browser was signed in to an account: which one, under a random name, and since when. */
type Mark = { readonly account: string; readonly id: string; readonly markedMs: number };

/** Stands for an account in what is stored and in cookies, whether there is such an account or not. */
export function accountKey(email: string): string {
  return keyedHash(`account:${email.toLowerCase()}`);
}

/** Leaves a signed note in the browser that it was signed in to an account; the oldest of too many goes. */
export async function markDevice(call: GenericEndpointContext, email: string): Promise<void> {
  const account = accountKey(email);
  const others = (await readMarks(call)).filter((mark) => mark.account !== account);
  const mark = { account, id: randomBytes(ID_BYTES).toString("base64url"), markedMs: Date.now() };
  const { name, attributes } = cookieOf(call);
  const value = [mark, ...others].slice(0, knownDevice.maxAccounts).map(writeMark).join("~");
  await call.setSignedCookie(name, PREFIX + value, call.context.secret, attributes);
}

/**
 * The name of a browser that was signed in to an account before; null for every other. A new password makes all browsers
 * strangers but the one that set it: whoever knew the old one may have marked as many as they liked.
 */
export async function findKnownDevice(call: GenericEndpointContext, email: string): Promise<string | null> {
  const account = accountKey(email);
  const mark = (await readMarks(call)).find((one) => one.account === account);
  if (mark === undefined || mark.markedMs < Date.now() - knownDevice.days * DAY_SECONDS * 1000) return null;
  const passwordTime = await findPasswordTime(email.toLowerCase());
  return passwordTime !== null && mark.markedMs < passwordTime.getTime() ? null : mark.id;
}

function cookieOf(call: GenericEndpointContext) {
  return call.context.createAuthCookie("device", { maxAge: knownDevice.days * DAY_SECONDS });
}

async function readMarks(call: GenericEndpointContext): Promise<Mark[]> {
  const value = await call.getSignedCookie(cookieOf(call).name, call.context.secret);
  if (typeof value !== "string" || !value.startsWith(PREFIX)) return [];
  return value.slice(PREFIX.length).split("~").map(readMark);
}

function writeMark({ account, id, markedMs }: Mark): string {
  return `${account}.${id}.${markedMs}`;
}

function readMark(text: string): Mark {
  const [account = "", id = "", markedMs] = text.split(".");
  return { account, id, markedMs: Number(markedMs) };
}
