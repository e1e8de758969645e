import "server-only";
import { phoneWords } from "@/lib/config/phone-words";

const oneOf = (words: readonly string[]) => `(?:${words.join("|")})`;
const contextBefore = new RegExp(`${oneOf(phoneWords.before)}[^\\d]{0,30}$`, "iu");
const contextAfter = new RegExp(`^[ -]{1,2}${oneOf(phoneWords.behind)}\\b`, "i");
// Numbers that are named as something else.
const otherName = new RegExp(
  `${oneOf(phoneWords.otherNames)}[\\s#:.-]{0,4}(?:number|no\\.?|nr\\.?|#)?[\\s#:.-]{0,4}(?:is|was|to)?[\\s#:.-]{0,4}$`,
  "i",
);
const date =
  /^(?:(?:19|20)\d\d([-./ ])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2(?:19|20)?\d\d|(?:19|20)\d\d\s?[-/]\s?(?:19|20)?\d\d)(?:[^\d./-]|$)/;
const amount = /^\d{1,3}(?:[ .]000)+$/;
const dotted = /^\d{1,3}(?:\.\d{1,3}){3}$/;
// Numbers that cost the caller nothing are those of organisations: a crisis line must not be taken out of an answer.
const tollFree =
  /^(?:(?:\+?1[ .-]?)?\(?8(?:00|33|44|55|66|77|88)\)?|(?:\+\d{2,3}[ .-]?)?\(?0? ?800\)?)[ .-]\d/;

const northAmerican = /^(?:\+?1[ .-]?)?(?:\([2-9]\d\d\)[ .-]?|[2-9]\d\d[.-])\d{3}[ .-]\d{4}(?:\s?x\d{1,6})?$/;
const international = /^\(?(?:\+|00)[1-9][\d ().\-/]{6,}(?:x\d{1,6})?$/;
const withArea = /^\((?!19\d\d|20\d\d)0?\d{1,4}\)[ -]?\d{2,5}(?:[ -]\d{2,4}){0,3}$/;
const withTrunk = /^0(?!0)\d{1,4}(?:[ .\-/]\d{2,8}){1,4}$/;

/** Whether a run of digits is a phone number: by a shape that says so, or by the words around a plausible one. */
export function judgePhone(run: string, before: string, next: string): boolean {
  const digits = run.replace(/x\d+$/, "").replace(/\D/g, "").length;
  if (digits < 7 || digits > 15 || date.test(run) || amount.test(run) || dotted.test(run)) return false;
  if (tollFree.test(run)) return false;
  if (otherName.test(before.slice(-40))) return false;
  if (international.test(run) && digits >= 8) return true;
  if (northAmerican.test(run) || (withArea.test(run) && digits >= 8)) return true;
  if (withTrunk.test(run) && digits >= 9 && digits <= 12) return true;
  const hasContext = contextAfter.test(next) || contextBefore.test(before.slice(-56));
  return hasContext && /^\(?\d[\d ().\-/]+(?:x\d{1,6})?$/.test(run);
}

/** Behind so many digits a bracket opens another number. */
const secondBracket = /^\+(?:\D*\d){6,}\D*\(/;

/** Whether a part of a run of digits is a phone number by its shape alone; `before` is the text before the run. */
export function isUnmistakablePhone(part: string, before: string): boolean {
  if (!/^\+|^\(?[2-9]\d\d\)?[ -]\d{3}-/.test(part) || secondBracket.test(part)) return false;
  return (!part.startsWith("+1") || part.replace(/\D/g, "").length === 11) && judgePhone(part, before, "");
}
