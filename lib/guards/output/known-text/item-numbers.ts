import "server-only";
import { isAsciiDigit } from "../../ascii";

/** Takes the folded characters that are left, each with the part of the text it stands in. */
export type Left = (folded: number, start: number, end: number) => void;

const maxDigits = 3;
const isBlank = (point: number) => point === 32 || point === 9 || point === 0xa0;
/** What may stand before a number that begins a line: marks of quotations, lists, tables and emphasis. */
const leading = new Set([..."*_#>|-+("].map((character) => character.charCodeAt(0)));
/** What stands behind the number of an item, also what makes a key of it ("1️⃣"). */
const closing = new Set([0x2e, 0x29, 0x3a, 0x5d, 0x7c, 0x2d, 0x3001, 0xfe0f, 0x20e3, 0xff0e, 0xff1a]);

/**
 * Leaves out the numbers of items, so that "1. p 2. a 3. s" reads "p a s": numbers of up to three digits with a dot, a
 * bracket or the like behind them, and any that begins a line. Its digits wait for the character behind them.
 */
export class ItemNumbers {
  #digits: { readonly folded: number; readonly start: number }[] = [];
  #isBehindWord = false;
  #isLineStart = true;
  readonly #left: Left;

  constructor(left: Left) {
    this.#left = left;
  }

  /** Where the number starts of which it is open whether it is one of an item, or the given index. */
  pendingFrom(index: number): number {
    return this.#digits[0]?.start ?? index;
  }

  /** Reads a character, as it stands and folded; 0 when it is part of no word. */
  step(point: number, folded: number, start: number, end: number): void {
    if (!this.#isBehindWord && isAsciiDigit(point) && this.#digits.length < maxDigits) {
      this.#digits.push({ folded, start });
      return;
    }
    if (this.#digits.length > 0) this.#endNumber(point);
    this.#isBehindWord = folded > 0;
    if (point === 10) this.#isLineStart = true;
    else if (this.#isLineStart) this.#isLineStart = isBlank(point) || leading.has(point);
    if (folded > 0) this.#left(folded, start, end);
  }

  end(): void {
    this.#endNumber(0);
  }

  #endNumber(next: number): void {
    const isItems = closing.has(next) || (this.#isLineStart && isBlank(next));
    this.#isLineStart = false;
    const digits = this.#digits;
    this.#digits = [];
    if (!isItems) for (const { folded, start } of digits) this.#left(folded, start, start + 1);
  }
}
