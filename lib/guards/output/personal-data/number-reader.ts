import "server-only";
import { isAsciiDigit, isAsciiLetter } from "../../ascii";
import type { TextWindow } from "../text-window";
import { plainCode, plainText } from "./plain-code";

/** A run of digits as people group them, and the word behind it on the same line ("office", "fax"). */
export type NumberRun = { readonly start: number; readonly end: number; readonly next: string };

const maxRunChars = 48;
/** A longer run is handed over in parts that overlap by this: no number is longer. */
const overlapChars = 32;
const maxNextChars = 14;
const minDigits = 6;

const underscore = 95;
const isLetter = (code: number) => isAsciiLetter(code) || code === 95 || (code >= 0xc0 && code < 0x2000);
// Space, hyphen, full stop, slash, brackets.
const isSeparator = (code: number) =>
  code === 32 || code === 45 || code === 46 || code === 47 || code === 40 || code === 41;
const isMiddle = (code: number) => code === 46 || code === 45 || code === 47 || code === 37 || code === 92;

/** Reads runs of digits with separators, character by character. */
export class NumberReader {
  #state: "idle" | "run" | "next" = "idle";
  #start = 0;
  #end = 0;
  #digits = 0;
  #separators = 0;
  /** Where the digits begin behind each separator. */
  #groups: number[] = [];
  #previous = 0;
  readonly #onRun: (run: NumberRun, text: TextWindow) => void;

  constructor(onRun: (run: NumberRun, text: TextWindow) => void) {
    this.#onRun = onRun;
  }

  holdFrom(index: number): number {
    return this.#state === "idle" ? index : this.#start;
  }

  step(written: number, index: number, text: TextWindow): void {
    const code = plainCode(written);
    if (this.#state === "run" && index - this.#start >= maxRunChars) this.#handPart(index, text);
    if (this.#state === "run" && !this.#continueRun(code, index)) this.#endRun(code, index, text);
    else if (this.#state === "next" && !(this.#isNextWord(code, index) && index - this.#end < maxNextChars)) {
      this.#hand(index, text);
    }
    if (this.#state === "idle") this.#begin(code, index);
    this.#previous = code;
  }

  end(length: number, text: TextWindow): void {
    if (this.#state === "run" && this.#digits < minDigits) this.#state = "idle";
    if (this.#state !== "idle") this.#hand(length, text);
  }

  #begin(code: number, index: number): void {
    // "+", "("
    if (!isAsciiDigit(code) && code !== 43 && code !== 40) return;
    const isInWord = isLetter(this.#previous) && this.#previous !== underscore;
    const isInPath = isMiddle(this.#previous) && !(code === 43 && this.#previous === 47);
    if (isAsciiDigit(this.#previous) || isInWord || isInPath) return;
    this.#state = "run";
    this.#start = index;
    this.#end = index;
    this.#digits = 0;
    this.#separators = 0;
    this.#groups = [];
    this.#continueRun(code, index);
  }

  #continueRun(code: number, index: number): boolean {
    if (isAsciiDigit(code)) {
      if (!isAsciiDigit(this.#previous) || index === this.#start) this.#groups.push(index);
      this.#digits++;
      this.#separators = 0;
      this.#end = index + 1;
      return true;
    }
    if (code === 43) return index === this.#start || (this.#previous === 40 && this.#digits === 0);
    // "x" before an extension.
    if (code === 120 && this.#digits >= 7 && this.#separators < 2) return true;
    if (!isSeparator(code)) return false;
    this.#separators++;
    return this.#separators <= 2 && (this.#digits > 0 || code === 40 || this.#previous === 43);
  }

  /** Hands over the groups that are whole, and reads on from one that a number not yet whole may begin with. */
  #handPart(index: number, text: TextWindow): void {
    const end = this.#separators > 0 ? this.#end : (this.#groups.at(-1) ?? index);
    this.#onRun({ start: this.#start, end, next: "" }, text);
    this.#groups = this.#groups.filter((group) => group >= index - overlapChars);
    const [first] = this.#groups;
    if (first === undefined) this.#state = "idle";
    else {
      this.#start = first;
      this.#digits = plainText(text.slice(first, index)).replace(/\D/g, "").length;
    }
  }

  #endRun(code: number, index: number, text: TextWindow): void {
    const isGlued = index === this.#end && isLetter(code) && code !== underscore;
    if (isGlued) this.#dropGroup(text);
    if (this.#digits < minDigits) this.#state = "idle";
    else if (isGlued) this.#hand(this.#end, text);
    else {
      this.#state = "next";
      if (!this.#isNextWord(code, index)) this.#hand(index, text);
    }
  }

  /** Leaves out a last group that is a word's beginning ("5th"); with a hyphen before it, all is one word. */
  #dropGroup(text: TextWindow): void {
    const [before = ""] =
      /^.*\d(?=(?:[.)]?\s+\(?|\s?\()\d*$)/.exec(plainText(text.slice(this.#start, this.#end))) ?? [];
    this.#end = this.#start + before.length;
    this.#digits = before.replace(/\D/g, "").length;
  }

  /** Spaces, hyphens and a backslash up to the next word, then its letters. */
  #isNextWord(code: number, index: number): boolean {
    if (isLetter(code)) return true;
    const isBetween = code === 32 || code === 45;
    return isBetween && (index === this.#end || !isLetter(this.#previous));
  }

  #hand(index: number, text: TextWindow): void {
    this.#state = "idle";
    const next = plainText(text.slice(this.#end, index));
    this.#onRun({ start: this.#start, end: this.#end, next }, text);
  }
}
