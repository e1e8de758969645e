import "server-only";
import type { MappedText } from "./mapped-text";
import { costOfLetters, letterCost, lettersOf } from "./reads-as-language";

/** Bits per letter above which Latin text is looked at as turned around or shifted. */
const suspiciousCost = 4.4;
/** What turned text must cost at most: that of prose, and a little more. */
const readableCost = 4;
/** By how many bits per letter the turned text must read better. */
const margin = 0.8;
const sampleLength = 400;
const minLetters = 12;
const rightToLeftOrUncased = /\p{L}/u;

type TurnedText = MappedText & {
  /** Whether it reads better so; of scripts without letter statistics nobody can tell. */
  readonly surely: boolean;
};

/** The text from its end to its beginning, when that reads better or cannot be told; null otherwise. */
export function unreverse(base: MappedText): TurnedText | null {
  const cost = letterCost(base.text, sampleLength);
  if (cost === Number.POSITIVE_INFINITY) {
    if (base.text.length > 1000 || !rightToLeftOrUncased.test(base.text)) return null;
  } else if (cost < suspiciousCost) return null;
  const text = reverse(base.text);
  if (cost !== Number.POSITIVE_INFINITY && letterCost(text, sampleLength) > cost - margin) return null;
  const starts = base.starts ?? Int32Array.from({ length: text.length }, (_, index) => index);
  const ends = base.ends ?? Int32Array.from({ length: text.length }, (_, index) => index + 1);
  const surely = cost !== Number.POSITIVE_INFINITY;
  return { text, starts: starts.slice().reverse(), ends: ends.slice().reverse(), surely };
}

function reverse(text: string): string {
  let out = "";
  for (let index = text.length - 1; index >= 0; index--) out += text.charAt(index);
  return out;
}

/** Words, or letters of a line, shifted through the alphabet (rot13 and the others, Atbash) are read. */
export function unshift(text: string): string | null {
  const whole = unshiftSegment(text);
  if (whole !== null) return whole;
  let shifted = false;
  const out = text.replace(/[^\n"“”`:.!?]{12,}/g, (segment) => {
    const read = unshiftSegment(segment);
    if (read === null) return segment;
    shifted = true;
    return read;
  });
  return shifted ? out : null;
}

function unshiftSegment(segment: string): string | null {
  const cost = letterCost(segment, sampleLength);
  if (cost < suspiciousCost || countLetters(segment) < minLetters) return null;
  const letters = lettersOf(segment, sampleLength);
  let best: Uint8Array | null = null;
  let bestCost = Math.min(cost - margin, readableCost);
  for (const turned of turns) {
    const readCost = costOfLetters(letters, turned);
    if (readCost >= bestCost) continue;
    bestCost = readCost;
    best = turned;
  }
  return best === null ? null : turnLetters(segment, best);
}

/** As what each letter is read: shifted by 1 to 25, and Atbash, the alphabet backwards. */
const turns: readonly Uint8Array[] = Array.from({ length: 26 }, (_, shift) =>
  Uint8Array.from({ length: 26 }, (_, letter) => (shift === 25 ? 25 - letter : (letter + shift + 1) % 26)),
);

function turnLetters(text: string, turned: Uint8Array): string {
  return text.replace(/[a-z]/g, (letter) =>
    String.fromCharCode(97 + (turned[letter.charCodeAt(0) - 97] ?? 0)),
  );
}

function countLetters(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 97 && code <= 122) letters++;
  }
  return letters;
}
