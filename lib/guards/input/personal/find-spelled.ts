import "server-only";
import type { PersonalKind } from "@/lib/config/guardrails-input";
import { isDni } from "../../check-digits";
import { findCards } from "../../output/personal-data/find-cards";
import { isRandom } from "../../output/secrets/randomness";
import type { PersonalSpan } from "./personal-span";

type Spelling = {
  readonly kind: PersonalKind;
  /** Linear. */
  readonly pattern: RegExp;
  readonly accepts: (value: string) => boolean;
};

const alone = (source: string): RegExp => new RegExp(`(?<!\\w)${source}(?!\\w)`, "g");
const always = () => true;

/**
 * What people type that no answer is searched for: keys by their beginning alone, whatever their length, and national
 * numbers in groups.
 */
const spellings: readonly Spelling[] = [
  {
    kind: "key",
    pattern:
      /(?<![A-Za-z0-9])(?:sk-|gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|xapp-|AIza|[sr]k_(?:live|test)_|whsec_|hf_|npm_|gsk_|GOCSPX-|ya29\.|SG\.|xai-|pplx-|r8_|dop_v1_|\d{8,10}:AA)[\w-]{16,255}/g,
    accepts: isDrawn,
  },
  { kind: "key", pattern: alone("(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}"), accepts: always },
  {
    kind: "national-id",
    // With hyphens as well: beside another number, as in the row of a table, the detectors of answers read both as one.
    pattern: alone("(?<!\\d-)\\d{3}([ -])\\d{2}\\1\\d{4}(?!-\\d)"),
    accepts: isSocialSecurityNumber,
  },
  { kind: "national-id", pattern: alone("(?:[XYZxyz]\\d{7}|\\d{8})-?[A-Za-z]"), accepts: isDni },
  {
    kind: "national-id",
    pattern: alone("[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]"),
    accepts: always,
  },
];

const digitRuns = /(?<!\w)\d(?:[ .-]{0,2}\d){11,}(?!\w)/g;
const contextReach = 60;

/** Cards in rows of digits of any length, and what has one of the spellings above. O(length). */
export function findSpelled(text: string): PersonalSpan[] {
  const cards = [...text.matchAll(digitRuns)].flatMap(({ 0: run, index }) =>
    findCards(run, text.slice(Math.max(0, index - contextReach), index)).map(
      ({ start, end }): PersonalSpan => ({ kind: "card", start: index + start, end: index + end }),
    ),
  );
  const others = spellings.flatMap(({ kind, pattern, accepts }) =>
    [...text.matchAll(pattern)]
      .filter(([value]) => accepts(value))
      .map(({ 0: value, index }): PersonalSpan => ({ kind, start: index, end: index + value.length })),
  );
  return [...cards, ...others];
}

/** Names with the same beginning are words: `npm_config_user_agent_2`, `sk-toolbar-button-3`. */
function isDrawn(value: string): boolean {
  return isRandom(value) || (/\d/.test(value) && /[A-Za-z0-9]{16}/.test(value) && !/x{4}|your/i.test(value));
}

/** US social security numbers: no checksum, but areas and groups that are never given out. */
function isSocialSecurityNumber(text: string): boolean {
  const [area = 0, group = 0, serial = 0] = text.split(/[ -]/).map(Number);
  return area !== 0 && area !== 666 && area < 900 && group !== 0 && serial !== 0;
}
