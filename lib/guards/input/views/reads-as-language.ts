import "server-only";
import { letterTripleCosts } from "./letter-triple-costs";

const costs = Uint8Array.from(letterTripleCosts, (digit) => Number.parseInt(digit, 16));
const unitsPerBit = 1.2;
const other = 26;

/** Bits per letter up to which Latin text passes for language: prose lies near 3.3, random letters near 7. */
const languageCost = 4.6;

/** The Latin letters of folded text, 0 to 25, with 26 for whatever stands between; only the first `end` units count. */
export function lettersOf(text: string, end: number = text.length): Uint8Array {
  const last = Math.min(end, text.length);
  const letters = new Uint8Array(last);
  let count = 0;
  let previous = other;
  for (let index = 0; index < last; index++) {
    const code = text.charCodeAt(index);
    const letter = code >= 97 && code <= 122 ? code - 97 : other;
    if (letter === other && previous === other) continue;
    letters[count++] = letter;
    previous = letter;
  }
  return letters.subarray(0, count);
}

/**
 * Mean cost in bits of letters, each given the two before it; Infinity when there are fewer than four. `turned` says as
 * what each of the 26 is read.
 */
export function costOfLetters(letters: Uint8Array, turned: Uint8Array): number {
  let before = other;
  let previous = other;
  let total = 0;
  for (let index = 0; index < letters.length; index++) {
    const letter = turned[letters[index] ?? other] ?? other;
    total += costs[(before * 27 + previous) * 27 + letter] ?? 15;
    before = previous;
    previous = letter;
  }
  return letters.length < 4 ? Number.POSITIVE_INFINITY : total / letters.length / unitsPerBit;
}

/** `costOfLetters` of the first `end` units of folded text, in one pass: most of what is asked about is prose. */
export function letterCost(text: string, end: number = text.length): number {
  const last = Math.min(end, text.length);
  let before = other;
  let previous = other;
  let total = 0;
  let count = 0;
  for (let index = 0; index < last; index++) {
    const code = text.charCodeAt(index);
    const letter = code >= 97 && code <= 122 ? code - 97 : other;
    if (letter === other && previous === other) continue;
    total += costs[(before * 27 + previous) * 27 + letter] ?? 15;
    before = previous;
    previous = letter;
    count++;
  }
  return count < 4 ? Number.POSITIVE_INFINITY : total / count / unitsPerBit;
}

const readable = /[\p{L}\p{N}]/gu;
const anyLetters = /\p{L}/gu;
const latinLetters = /[A-Za-z]/g;
const unprintable = /[^\P{C}\s]|\ufffd/u;

/** Bytes that mean nothing are hardly ever printable so often in a row. */
const surelyMeant = 12;

/**
 * Whether a decoded text is meant to be read: printable, mostly letters, digits and blanks; a short one also has the
 * letter sequences of a language.
 */
export function readsAsLanguage(text: string): boolean {
  if (text.length < 4 || unprintable.test(text)) return false;
  const letterCount = text.match(anyLetters)?.length ?? 0;
  const readableCount = (text.match(readable)?.length ?? 0) + (text.match(/\s/g)?.length ?? 0);
  if (letterCount * 3 < text.length || readableCount * 5 < text.length * 3) return false;
  const latinCount = text.match(latinLetters)?.length ?? 0;
  if (latinCount * 2 < letterCount) return letterCount >= 4;
  return (text.length >= surelyMeant && /\s/.test(text)) || letterCost(text.toLowerCase()) <= languageCost;
}
