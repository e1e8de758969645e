import "server-only";
import { isRandom } from "./randomness";

/** A password that follows its name without a verb: "with password …", "your temporary password …". */
const named =
  /\b(?:with|and|using|use|your|my|the|temporary|initial|new|default|admin|root)\s+(?:password|passcode|passphrase|pwd|pw|passwort)\s+(["'`]?)$/i;
/** A password behind a name and a slash: "log in with maria / …". */
const behindSlash = /\b(?:log\s?in|sign\s?in|log\s?on|credentials)\b[^\n]{0,60}[^\s/]\s\/\s(["'`]?)$/i;
const reach = 100;

/**
 * Whether a value that looks like a password stands where one is said in passing. Less tells it from a word there than in an
 * assignment, so it has to be random, quoted with a digit in it, or hold a sign that no name has.
 */
export function isSaidPassword(value: string, before: string): boolean {
  // Nearly every word of prose ends here.
  if (!/[\w/]\s{1,4}["'`]?$/.test(before.slice(-6))) return false;
  const near = before.slice(-reach);
  const [, quote] = named.exec(near) ?? behindSlash.exec(near) ?? [];
  if (quote === undefined) return false;
  const hasSign = /[!@#$%^&*+=~?]/.test(value.replace(/[.,:!?]+$/, ""));
  return isRandom(value) || hasSign || (quote !== "" && /\d/.test(value));
}
