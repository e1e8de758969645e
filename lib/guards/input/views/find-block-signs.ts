import "server-only";
import { isAsciiDigit } from "../../ascii";

/** So long a run of letters and digits is worth decoding, if it is no word. */
const longRun = 12;
const hyphen = 45;
const plus = 43;
const slash = 47;
const underscore = 95;
const dot = 46;
const middleDot = 0xb7;
const bullet = 0x2022;

/** Four bytes in hexadecimal, from a decimal digit on: letters from a to f are in every word, and no block has them alone. */
const hexBytes = /\d(?:[\s,:x%\\-]*[0-9a-fA-F]){7}/;

/** What a text could hold: bytes written as digits, hexadecimal ones, long runs of letters and digits, Morse code. */
export type BlockSigns = {
  readonly digits: boolean;
  readonly hex: boolean;
  readonly run: boolean;
  readonly morse: boolean;
};

/** The cheap test before blocks are looked for: what is not seen here is in no block. One pass. */
export function findBlockSigns(text: string): BlockSigns {
  // Encoded bytes hold eight digits at least in so short a stretch, Morse nine signs.
  const digits = new Crowd(8, 64);
  const morse = new Crowd(9, 72);
  let run = 0;
  let isWord = true;
  let isLongRun = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isAsciiDigit(code)) digits.add(index);
    if (isMorse(code)) morse.add(index);
    run = isEncoding(code) ? run + 1 : 0;
    if (run <= 1) isWord = true;
    else if (code < 97 && code !== hyphen) isWord = false;
    if (run >= longRun && !isWord) isLongRun = true;
  }
  return {
    digits: digits.seen,
    hex: holdsHexBytes(text, digits.seen),
    run: isLongRun,
    morse: morse.seen,
  };
}

function holdsHexBytes(text: string, holdsDigits: boolean): boolean {
  return holdsDigits && hexBytes.test(text);
}

/** Whether so many places ever stood within so short a stretch. */
class Crowd {
  seen = false;
  readonly #at: Int32Array;
  readonly #stretch: number;
  #count = 0;

  constructor(size: number, stretch: number) {
    this.#at = new Int32Array(size).fill(-stretch - 1);
    this.#stretch = stretch;
  }

  add(index: number): void {
    const slot = this.#count++ % this.#at.length;
    if (index - (this.#at[slot] ?? 0) <= this.#stretch) this.seen = true;
    this.#at[slot] = index;
  }
}

function isMorse(code: number): boolean {
  return code === dot || code === hyphen || code === middleDot || code === bullet;
}

function isEncoding(code: number): boolean {
  if (code >= 97 && code <= 122) return true;
  if (isAsciiDigit(code)) return true;
  if (code >= 65 && code <= 90) return true;
  return code === plus || code === hyphen || code === slash || code === underscore;
}
