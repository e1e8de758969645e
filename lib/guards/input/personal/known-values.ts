import "server-only";
import { isAsciiDigit, isAsciiLetter } from "../../ascii";
import type { PersonalSpan, PersonalValue } from "./personal-span";
import { plainSpelling } from "./plain-spelling";

/** UTF-16 units by which values are looked up; a shorter one is no secret. */
const probeLength = 5;
/** What stands between the lines of a private key, and the least that is one of them and no word. */
const lineBreak = /\s*(?:\n|\\n)\s*/;
const minLineLength = 16;

/**
 * Values that were found where their surroundings gave them away, to be found where nothing does: "my password is hunter2;
 * is hunter2 a good one?".
 */
export class KnownValues {
  /** The longest first. */
  readonly #byBeginning = new Map<string, readonly PersonalValue[]>();

  /** A value of several lines is known by each: somebody may say only some, or a document may have been cut between them. */
  add({ kind, value }: PersonalValue): void {
    const plain = plainSpelling(value);
    this.#add(kind, plain);
    const lines = plain
      .split(lineBreak)
      .filter((line) => line.length >= minLineLength && !line.startsWith("-----"));
    if (lines.length > 1) for (const line of lines) this.#add(kind, line);
  }

  /** Where they stand in a text as words of their own, in order, without overlap. O(length) for values that begin differently. */
  find(text: string): PersonalSpan[] {
    if (this.#byBeginning.size === 0) return [];
    const plain = plainSpelling(text);
    const found: PersonalSpan[] = [];
    for (let start = 0; start + probeLength <= plain.length; start++) {
      if (isInWord(plain, start)) continue;
      const known = this.#byBeginning
        .get(plain.slice(start, start + probeLength))
        ?.find(({ value }) => plain.startsWith(value, start) && !isInWord(plain, start + value.length));
      if (known === undefined) continue;
      const end = start + known.value.length;
      found.push({ kind: known.kind, start, end });
      start = end - 1;
    }
    return found;
  }

  #add(kind: PersonalValue["kind"], plain: string): void {
    const beginning = plain.slice(0, probeLength);
    const others = this.#byBeginning.get(beginning) ?? [];
    if (beginning.length < probeLength || others.some((other) => other.value === plain)) return;
    const longestFirst = [...others, { kind, value: plain }].sort((a, b) => b.value.length - a.value.length);
    this.#byBeginning.set(beginning, longestFirst);
  }
}

/** Whether a letter or digit stands before an index and another at it. Scripts that write without blanks have none. */
function isInWord(text: string, index: number): boolean {
  return isLetterOrDigit(text.charCodeAt(index - 1)) && isLetterOrDigit(text.charCodeAt(index));
}

function isLetterOrDigit(code: number): boolean {
  return isAsciiDigit(code) || isAsciiLetter(code);
}
