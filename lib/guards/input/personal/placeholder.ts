import "server-only";
import type { PersonalKind } from "@/lib/config/guardrails-input";

const kindNames = ["NATIONAL_ID", "EMAIL", "PHONE", "CARD", "IBAN", "KEY"];
const blanks = " {0,2}";
const number = "\\d{1,6}";
const underscore = "\\\\?_";

const names = `(?:${kindNames.map((kind) => kind.replace("_", underscore)).join("|")})${underscore}${number}`;
const anyName = new RegExp(names, "gi");
const bracketed = new RegExp(`\\\\?\\[${blanks}(${names})${blanks}\\\\?\\]`, "iy");
const bare = new RegExp(`(${names})(?![\\p{L}\\p{N}_])`, "uy");

/** What may still become a placeholder: of its steps the first, the last of them perhaps in part. */
function beginningOf(steps: readonly string[]): string {
  return steps.reduceRight((rest, step) => `(?:${step}${rest})?`, "");
}
const lettersOf = (kind: string): string[] =>
  [...kind, "_"].flatMap((letter) => (letter === "_" ? ["\\\\?", "_"] : [letter]));
const beginnings = (before: readonly string[], after: readonly string[]): string =>
  kindNames.map((kind) => beginningOf([...before, ...lettersOf(kind), number, ...after])).join("|");
const begunBracketed = new RegExp(`^(?:${beginnings(["\\\\?", "\\[", blanks], [blanks, "\\\\?"])})$`, "i");
const begunBare = new RegExp(`^(?:${beginnings([], [])})$`);
const longest = 40;

/** The name that a placeholder of a kind goes by: `CARD_1`. */
export function placeholderName(kind: PersonalKind, count: number): string {
  return `${kind.toUpperCase().replace("-", "_")}_${count}`;
}

/** The names that a text holds by itself, in any spelling that would be read as one. O(length). */
export function namesIn(text: string): string[] {
  return [...text.matchAll(anyName)].map(([name]) => normalName(name));
}

/** The index from which on a placeholder may begin, or -1. */
export function findCandidate(text: string, from: number): number {
  candidate.lastIndex = from;
  return candidate.exec(text)?.index ?? -1;
}
const candidate = /[\\[NEPCIK]/g;

/** A placeholder and where it ends; `more` where only what follows in the text can tell. */
export type PlaceholderReading = { readonly name: string; readonly end: number } | "more" | null;

/**
 * Reads a placeholder at an index the way models write them: `[CARD_1]` in either case, with blanks inside, with the
 * backslashes of Markdown; in capitals also without brackets, as a word of its own. `previous` is the sign before it.
 */
export function readPlaceholder(
  text: string,
  at: number,
  previous: string,
  hasEnded: boolean,
): PlaceholderReading {
  const isBare = !/[\p{L}\p{N}_]/u.test(previous);
  bracketed.lastIndex = at;
  const [, named] = bracketed.exec(text) ?? [];
  if (named !== undefined) return { name: normalName(named), end: bracketed.lastIndex };
  const rest = text.length - at < longest ? text.slice(at) : null;
  if (!hasEnded && rest !== null && (begunBracketed.test(rest) || (isBare && begunBare.test(rest))))
    return "more";
  if (!isBare) return null;
  bare.lastIndex = at;
  const [, word] = bare.exec(text) ?? [];
  return word === undefined ? null : { name: normalName(word), end: bare.lastIndex };
}

function normalName(name: string): string {
  return name.replaceAll("\\", "").toUpperCase();
}
