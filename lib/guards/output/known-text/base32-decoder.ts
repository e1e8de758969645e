import "server-only";
import { type Decoded, type Decoder, isBlank, maxBlanks } from "./decoders";

/**
 * Base32 (RFC 4648): one word of it in either case or, when `isGrouped`, groups of capitals with blanks between them.
 */
export class Base32Decoder implements Decoder {
  #bits = 0;
  #bitCount = 0;
  #blanks = 0;
  #isIdle = true;
  #lastAt = 0;
  #secondLastAt = 0;
  #thirdLastAt = 0;
  readonly #isGrouped: boolean;
  readonly #decoded: Decoded;
  readonly #reset: () => void;

  constructor(isGrouped: boolean, decoded: Decoded, reset: () => void) {
    this.#isGrouped = isGrouped;
    this.#decoded = decoded;
    this.#reset = reset;
  }

  pendingFrom(index: number): number {
    return this.#bitCount > 0 ? this.#placeOfFirstBit() : index;
  }

  step(code: number, index: number): void {
    const value = base32Value(code, !this.#isGrouped);
    if (value < 0) {
      if (this.#isIdle || (this.#isGrouped && isBlank(code) && ++this.#blanks <= maxBlanks)) return;
      this.#isIdle = true;
      this.#bitCount = 0;
      this.#reset();
      return;
    }
    this.#isIdle = false;
    this.#blanks = 0;
    this.#thirdLastAt = this.#secondLastAt;
    this.#secondLastAt = this.#lastAt;
    this.#lastAt = index;
    this.#bits = ((this.#bits << 5) | value) & 0xffff;
    this.#bitCount += 5;
    if (this.#bitCount < 8) return;
    const from = this.#placeOfFirstBit();
    this.#bitCount -= 8;
    this.#decoded((this.#bits >> this.#bitCount) & 0xff, from);
  }

  #placeOfFirstBit(): number {
    if (this.#bitCount > 10) return this.#thirdLastAt;
    return this.#bitCount > 5 ? this.#secondLastAt : this.#lastAt;
  }
}

function base32Value(code: number, isEitherCase: boolean): number {
  if (code >= 65 && code <= 90) return code - 65;
  if (isEitherCase && code >= 97 && code <= 122) return code - 97;
  return code >= 50 && code <= 55 ? code - 24 : -1;
}
