import "server-only";
import { isAsciiLetter } from "../../ascii";
import { type Decoded, type Decoder, isBlank, maxBlanks } from "./decoders";

/** Bytes in binary: eight digits in a row or in two halves, or seven and something behind them. */
export class BinaryDecoder implements Decoder {
  #bits = 0;
  #bitCount = 0;
  #from = 0;
  #blanks = 0;
  readonly #decoded: Decoded;
  readonly #reset: () => void;

  constructor(decoded: Decoded, reset: () => void) {
    this.#decoded = decoded;
    this.#reset = reset;
  }

  pendingFrom(index: number): number {
    return this.#bitCount > 0 ? this.#from : index;
  }

  step(code: number, index: number): void {
    if (code === 48 || code === 49) {
      if (this.#bitCount === 0) this.#from = index;
      this.#blanks = 0;
      this.#bits = (this.#bits << 1) | (code - 48);
      if (++this.#bitCount === 8) this.#hand();
      return;
    }
    if (this.#bitCount === 7) this.#hand();
    const isHalf = this.#bitCount === 4 && isBlank(code) && ++this.#blanks <= maxBlanks;
    if (!isHalf) this.#drop();
    // b as in "0b0110".
    if ((isAsciiLetter(code) && code !== 98) || (code >= 50 && code <= 57)) this.#reset();
  }

  #hand(): void {
    const bits = this.#bits;
    this.#drop();
    this.#decoded(bits, this.#from);
  }

  #drop(): void {
    this.#bits = 0;
    this.#bitCount = 0;
  }
}
