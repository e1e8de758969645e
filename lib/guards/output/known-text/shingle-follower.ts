import "server-only";
import type { Report } from "../detector";
import type { Follower, ViewedCharacter } from "./known-text-detector";
import { ShingleCursor, type ShingleIndex } from "./shingles";

/** Reports the pieces of a known text that one view of the answer repeats word for word. */
export class ShingleFollower implements Follower {
  /** Where the piece starts that is to be reported next, or -1 while nothing is repeated. */
  #from = -1;
  #end = 0;
  #isLeak = false;
  readonly #cursor: ShingleCursor;
  readonly #minChars: number;
  readonly #maxHeldChars: number;
  readonly #report: Report;

  constructor(index: ShingleIndex, minChars: number, maxHeldChars: number, report: Report) {
    this.#cursor = new ShingleCursor(index);
    this.#minChars = minChars;
    this.#maxHeldChars = maxHeldChars;
    this.#report = report;
  }

  holdFrom(index: number): number {
    return this.#from >= 0 ? this.#from : index;
  }

  step({ code, start, end }: ViewedCharacter): void {
    this.#cursor.step(code);
    if (this.#cursor.length === 0) {
      this.#endRow();
      return;
    }
    if (this.#from < 0) this.#from = start;
    this.#end = end;
    const isLeak = this.#cursor.length >= this.#minChars;
    const isPieceWhole = end - this.#from >= this.#minChars;
    if (isLeak && (!this.#isLeak || isPieceWhole)) this.#reportPiece(end);
  }

  reset(): void {
    this.#cursor.reset();
    this.#endRow();
  }

  settle(index: number): void {
    // A repetition drawn out over the longest hold is one, however short.
    if (this.#from >= 0 && index - this.#from >= this.#maxHeldChars) this.#reportPiece(index);
  }

  /** The repetition is over: what is left of one that counts goes with it. */
  #endRow(): void {
    if (this.#isLeak && this.#from >= 0 && this.#end > this.#from) this.#reportPiece(this.#end);
    this.#from = -1;
    this.#isLeak = false;
  }

  #reportPiece(end: number): void {
    const replacement = this.#isLeak ? "" : "(text withheld)";
    this.#report({ reason: "instructions-repeated", start: this.#from, end, replacement });
    this.#isLeak = true;
    this.#from = end;
  }
}
