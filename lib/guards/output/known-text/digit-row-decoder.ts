import "server-only";
import { isAsciiLetter } from "../../ascii";
import type { Decoded, Decoder } from "./decoders";

/**
 * The bytes of printable ASCII in decimal or octal, in a row or apart. In both each has two digits, or three with a 1
 * or a 0 before them; so a row of them can be read in one way only.
 */
export class DigitRowDecoder implements Decoder {
  #value = 0;
  #left = 0;
  #from = 0;
  readonly #base: 8 | 10;
  readonly #prefix: ReadonlySet<number>;
  readonly #decoded: Decoded;
  readonly #reset: () => void;

  constructor(base: 8 | 10, decoded: Decoded, reset: () => void) {
    this.#base = base;
    // "0o143" and "chr(99)"
    this.#prefix = new Set([...(base === 8 ? "o" : "chr")].map((letter) => letter.charCodeAt(0)));
    this.#decoded = decoded;
    this.#reset = reset;
  }

  pendingFrom(index: number): number {
    return this.#left > 0 ? this.#from : index;
  }

  step(code: number, index: number): void {
    const digit = code - 48;
    if (digit < 0 || digit >= this.#base) {
      this.#left = 0;
      if (isAsciiLetter(code) ? !this.#prefix.has(code) : digit >= 0 && digit < 10) this.#reset();
      return;
    }
    if (this.#left === 0) {
      this.#value = 0;
      this.#from = index;
      this.#left = digit < 2 ? 3 : 2;
    }
    this.#value = this.#value * this.#base + digit;
    this.#left--;
    if (this.#left === 0) this.#decoded(this.#value, this.#from);
  }
}
