import "server-only";

/** What a word reader found: a whole word, or a part of one that is too long to wait for its end. */
export type Word = { readonly start: number; readonly end: number; readonly isTooLong: boolean };

/**
 * Cuts a text into words between characters that `isBreak` names. A word longer than `maxChars` is handed over in
 * parts, so nobody waits for more than that.
 */
export class WordReader {
  #start = -1;
  #isLong = false;
  readonly #maxChars: number;
  readonly #isBreak: (code: number) => boolean;
  readonly #onWord: (word: Word) => void;

  constructor(maxChars: number, isBreak: (code: number) => boolean, onWord: (word: Word) => void) {
    this.#maxChars = maxChars;
    this.#isBreak = isBreak;
    this.#onWord = onWord;
  }

  /** Where the word starts that is being read, or the given index between words. */
  holdFrom(index: number): number {
    return this.#start >= 0 ? this.#start : index;
  }

  step(code: number, index: number): void {
    if (this.#isBreak(code)) this.end(index);
    else if (this.#start < 0) this.#start = index;
    else if (index - this.#start >= this.#maxChars) {
      this.#isLong = true;
      this.#hand(index);
      this.#start = index;
    }
  }

  /** A word ends before this index, whatever comes. */
  end(index: number): void {
    if (this.#start >= 0) this.#hand(index);
    this.#start = -1;
    this.#isLong = false;
  }

  #hand(end: number): void {
    this.#onWord({ start: this.#start, end, isTooLong: this.#isLong });
  }
}
