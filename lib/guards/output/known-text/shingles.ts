import "server-only";

/** So many characters in a row are the shortest that is recognised: about three words. */
const shingleChars = 16;

const base = 31;
const leading = powerOf(base, shingleChars - 1);

/** A folded text, forwards and backwards, with the places of its shingles (Karp and Rabin, 1987). */
export class ShingleIndex {
  readonly text: string;
  readonly #places = new Map<number, number>();

  constructor(folded: string) {
    this.text = `${folded}\n${[...folded].reverse().join("")}`;
    const roll = new RollingHash();
    for (let index = 0; index < this.text.length; index++) {
      const hash = roll.step(this.text.charCodeAt(index));
      if (hash !== null && !this.#places.has(hash)) this.#places.set(hash, index + 1 - shingleChars);
    }
  }

  /** Where the shingle with this hash stands, or -1. */
  placeOf(hash: number): number {
    return this.#places.get(hash) ?? -1;
  }
}

class RollingHash {
  #hash = 0;
  #count = 0;
  readonly #codes = new Uint16Array(shingleChars);

  step(code: number): number | null {
    const at = this.#count % shingleChars;
    const leaving = this.#count >= shingleChars ? (this.#codes[at] ?? 0) : 0;
    this.#codes[at] = code;
    this.#count++;
    this.#hash = (Math.imul((this.#hash - Math.imul(leaving, leading)) | 0, base) + code) | 0;
    return this.#count >= shingleChars ? this.#hash : null;
  }

  /** Whether the last characters are those of `text` at `place`. */
  equals(text: string, place: number): boolean {
    for (let offset = 0; offset < shingleChars; offset++) {
      if (text.charCodeAt(place + offset) !== this.#codes[(this.#count + offset) % shingleChars])
        return false;
    }
    return true;
  }

  reset(): void {
    this.#count = 0;
    this.#hash = 0;
  }
}

/** Follows one view of the text through an index: how long a piece of it has been repeated just now. */
export class ShingleCursor {
  #next = -1;
  #length = 0;
  readonly #roll = new RollingHash();
  readonly #index: ShingleIndex;

  constructor(index: ShingleIndex) {
    this.#index = index;
  }

  /** How many characters in a row are repeated; 0 or at least one shingle. */
  get length(): number {
    return this.#length;
  }

  /** Reads a folded character. */
  step(code: number): void {
    const hash = this.#roll.step(code);
    if (this.#length > 0 && this.#index.text.charCodeAt(this.#next) === code) {
      this.#next++;
      this.#length++;
      return;
    }
    const place = hash === null ? -1 : this.#index.placeOf(hash);
    // Another place may go on where this one ends.
    const goesOn = place >= 0 && this.#roll.equals(this.#index.text, place);
    if (!goesOn) this.#length = 0;
    else this.#length = this.#length === 0 ? shingleChars : this.#length + 1;
    this.#next = goesOn ? place + shingleChars : -1;
  }

  reset(): void {
    this.#length = 0;
    this.#roll.reset();
  }
}

function powerOf(number: number, exponent: number): number {
  let power = 1;
  for (let step = 0; step < exponent; step++) power = Math.imul(power, number);
  return power;
}
