import "server-only";
import { isAsciiLetter } from "../../ascii";

/** Takes the characters that an encoding spells, each with the index at which its spelling starts. */
export type Decoded = (code: number, index: number) => void;

/** Reads what a text says in one encoding. */
export type Decoder = {
  step(code: number, index: number): void;
  /** Where the spelling of a character starts that isn't whole yet, or the given index. */
  pendingFrom(index: number): number;
};

export const isBlank = (code: number) => code === 32 || (code >= 9 && code <= 13);

/** Hexadecimal bytes, in a row or with separators, `0x`, `\x` or `%` before each. */
export class HexDecoder implements Decoder {
  #high = -1;
  #highAt = 0;
  readonly #decoded: Decoded;
  readonly #reset: () => void;

  constructor(decoded: Decoded, reset: () => void) {
    this.#decoded = decoded;
    this.#reset = reset;
  }

  pendingFrom(index: number): number {
    return this.#high >= 0 ? this.#highAt : index;
  }

  step(code: number, index: number): void {
    const value = hexValue(code);
    if (value >= 0 && this.#high >= 0) {
      this.#decoded(this.#high * 16 + value, this.#highAt);
      this.#high = -1;
    } else if (value >= 0) {
      this.#high = value;
      this.#highAt = index;
    } else {
      this.#high = -1;
      // x \ % , : - ; u and blanks stand between bytes.
      const isBetween = isBlank(code) || [120, 92, 37, 44, 58, 45, 59, 117].includes(code);
      if (!isBetween) this.#reset();
    }
  }
}

/** Character codes in decimal, separated by anything but letters. */
export class DecimalDecoder implements Decoder {
  #value = -1;
  #valueAt = 0;
  #isTooLarge = false;
  readonly #decoded: Decoded;
  readonly #reset: () => void;

  constructor(decoded: Decoded, reset: () => void) {
    this.#decoded = decoded;
    this.#reset = reset;
  }

  pendingFrom(index: number): number {
    return this.#value >= 0 ? this.#valueAt : index;
  }

  step(code: number, index: number): void {
    if (code >= 48 && code <= 57) {
      if (this.#value < 0 && !this.#isTooLarge) this.#valueAt = index;
      this.#value = this.#isTooLarge ? -1 : Math.max(this.#value, 0) * 10 + code - 48;
      if (this.#value > 0xffff) this.#isTooLarge = true;
      return;
    }
    if (this.#isTooLarge || isAsciiLetter(code)) this.#reset();
    else if (this.#value >= 0) this.#decoded(this.#value, this.#valueAt);
    this.#value = -1;
    this.#isTooLarge = false;
  }
}

/** What is drawn out further than this nobody reads together any more. */
export const maxBlanks = 16;

/** Base64 of both alphabets, in each of the four places a group of characters may start at. */
export class Base64Decoder implements Decoder {
  #bits = 0;
  #bitCount = 0;
  #skip: number;
  #blanks = 0;
  #previousAt = 0;
  #lastAt = 0;
  readonly #offset: number;
  readonly #decoded: Decoded;
  readonly #reset: () => void;

  constructor(offset: number, decoded: Decoded, reset: () => void) {
    this.#offset = offset;
    this.#skip = offset;
    this.#decoded = decoded;
    this.#reset = reset;
  }

  pendingFrom(index: number): number {
    return this.#bitCount > 0 ? this.#lastAt : index;
  }

  step(code: number, index: number): void {
    const value = base64Value(code);
    if (value < 0) {
      if (isBlank(code) && ++this.#blanks <= maxBlanks) return;
      this.#skip = this.#offset;
      this.#bitCount = 0;
      this.#reset();
      return;
    }
    this.#blanks = 0;
    if (this.#skip > 0) {
      this.#skip--;
      return;
    }
    this.#previousAt = this.#lastAt;
    this.#lastAt = index;
    this.#bits = ((this.#bits << 6) | value) & 0xffff;
    this.#bitCount += 6;
    if (this.#bitCount < 8) return;
    this.#bitCount -= 8;
    this.#decoded((this.#bits >> this.#bitCount) & 0xff, this.#previousAt);
  }
}

function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const small = code | 32;
  return small >= 97 && small <= 102 ? small - 87 : -1;
}

function base64Value(code: number): number {
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 97 && code <= 122) return code - 71;
  if (code >= 48 && code <= 57) return code + 4;
  if (code === 43 || code === 45) return 62;
  return code === 47 || code === 95 ? 63 : -1;
}
