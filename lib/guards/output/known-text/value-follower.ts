import "server-only";
import type { Report } from "../detector";
import type { TextWindow } from "../text-window";
import { foldPoint, foldText } from "./fold";
import type { Follower, ViewedCharacter } from "./known-text-detector";
import { ValueAutomaton, ValueCursor } from "./value-automaton";

// A beginning this long, drawn out over the longest hold, is withheld; a shorter one is chance.
const minDrawnOutChars = 4;
const latin = /[a-z]/;
const latinOrCommon = /[[\p{L}\p{N}\p{So}]&&[\p{Script=Latin}\p{Script=Common}]]/v;

/** Values to look for, folded; what has too few characters left to be told from prose is left out. */
export class KnownValues {
  /** Shorter values count only as whole words, because longer words hold them by chance. */
  readonly wordChars: number;
  readonly reason: string;
  readonly folded: readonly string[];
  readonly lengths: readonly number[];
  readonly automaton: ValueAutomaton;

  constructor(reason: string, values: readonly string[], { minChars = 4, wordChars = 10 } = {}) {
    this.reason = reason;
    this.wordChars = wordChars;
    this.folded = [...new Set(values.map(foldText).filter((value) => value.length >= minChars))];
    this.lengths = this.folded.map((value) => value.length);
    this.automaton = new ValueAutomaton(this.folded);
  }
}

type Ended = { readonly start: number; readonly end: number };

/** Reports the values that one view of the text holds. */
export class ValueFollower implements Follower {
  /** A short value that ended just now and still needs a word's end behind it. */
  #ended: Ended | null = null;
  readonly #cursor: ValueCursor;
  readonly #values: KnownValues;
  readonly #isPlain: boolean;
  readonly #maxHeldChars: number;
  readonly #report: Report;

  constructor(values: KnownValues, isPlain: boolean, maxHeldChars: number, report: Report) {
    this.#values = values;
    this.#cursor = new ValueCursor(values.automaton);
    this.#isPlain = isPlain;
    this.#maxHeldChars = maxHeldChars;
    this.#report = report;
  }

  holdFrom(index: number): number {
    return Math.min(this.#cursor.holdFrom(index), this.#ended?.start ?? index);
  }

  step({ code, start, end }: ViewedCharacter, text: TextWindow): void {
    const found = this.#cursor.step(code, start, this.#values.lengths);
    if (!found) return;
    const isShort = this.#isPlain && (this.#values.lengths[found.value] ?? 0) < this.#values.wordChars;
    if (!isShort) this.#found(found.start, end);
    else if (
      !isWordCode(text.codeAt(found.start - 1)) &&
      this.#isOfItsScript(found.value, text.slice(found.start, end))
    )
      this.#ended = { start: found.start, end };
  }

  reset(): void {
    this.#cursor.reset();
  }

  settle(index: number, text: TextWindow): void {
    const ended = this.#ended;
    if (ended) {
      this.#ended = null;
      if (!isWordCode(text.codeAt(ended.end))) this.#found(ended.start, ended.end);
    }
    const hold = this.#cursor.holdFrom(index);
    if (index - hold < this.#maxHeldChars) return;
    if (this.#cursor.depth >= minDrawnOutChars) this.#found(hold, index);
    this.#cursor.reset();
  }

  /** A short word of another script looks like a Latin one by chance: it needs a letter that is none of its own. */
  #isOfItsScript(value: number, written: string): boolean {
    return !latin.test(this.#values.folded[value] ?? "") || latinOrCommon.test(written);
  }

  #found(start: number, end: number): void {
    this.#report({ reason: this.#values.reason, start, end, replacement: "(text withheld)" });
  }
}

function isWordCode(code: number): boolean {
  return !Number.isNaN(code) && foldPoint(code) > 0;
}
