import "server-only";

/** So long a run of letters and digits is worth decoding, if it is no word. */
const longRun = 12;
/** Capitals, digits and signs in a run: words have one at most, base64 of a text that long hardly ever fewer. */
const minOdd = 2;

/** What a unit may be part of, as bits. */
const isDigit = 1;
const isMorse = 2;
const isEncoding = 4;
const isCapital = 8;
const isOddSign = 16;
const kinds = new Uint8Array(65_536);
for (let code = 97; code <= 122; code++) kinds[code] = isEncoding;
for (let code = 65; code <= 90; code++) kinds[code] = isEncoding | isCapital;
for (let code = 48; code <= 57; code++) kinds[code] = isEncoding | isDigit | isOddSign;
for (const sign of "+/_") kinds[sign.charCodeAt(0)] = isEncoding | isOddSign;
for (const sign of ".\u00b7\u2022") kinds[sign.charCodeAt(0)] = isMorse;
kinds["-".charCodeAt(0)] = isEncoding | isMorse;

/** Six bytes in hexadecimal, from a decimal digit on: letters from a to f are in every word, and no block has them alone. */
const hexBytes = /\d(?:[\s,:x%\\-]*[0-9a-fA-F]){11}/;

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
  const run = new EncodedRun();
  for (let index = 0; index < text.length; index++) {
    const kind = kinds[text.charCodeAt(index)] ?? 0;
    if (kind & isDigit) digits.add(index);
    if (kind & isMorse) morse.add(index);
    run.step(kind);
  }
  return {
    digits: digits.seen,
    hex: holdsHexBytes(text, digits.seen),
    run: run.seen,
    morse: morse.seen,
  };
}

function holdsHexBytes(text: string, holdsDigits: boolean): boolean {
  return holdsDigits && hexBytes.test(text);
}

/** Whether there ever was a long run of letters and digits that is no word. */
class EncodedRun {
  seen = false;
  #length = 0;
  #odd = 0;
  #previous = 0;

  step(kind: number): void {
    if ((kind & isEncoding) === 0) this.#length = 0;
    else if (this.#length === 0) {
      this.#length = 1;
      this.#odd = 0;
    } else {
      this.#length++;
      // Each part of a hyphenated word may begin with a capital.
      if (kind & isOddSign || (kind & isCapital && !(this.#previous & isMorse))) this.#odd++;
      if (this.#length >= longRun && this.#odd >= minOdd) this.seen = true;
    }
    this.#previous = kind;
  }
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
