import "server-only";
import { letterTripleCosts } from "./letter-triple-costs";

const costs = Uint8Array.from(letterTripleCosts, (digit) => Number.parseInt(digit, 16));
const unitsPerBit = 1.2;
const other = 26;
const unturned = Uint8Array.from({ length: 26 }, (_, letter) => letter);

/** Bits per letter up to which Latin text passes for language: prose lies near 3.3, random letters near 7. */
const languageCost = 4.6;

/**
 * Mean cost in bits of the letters of folded text, each given the two before it; Infinity when there are fewer than
 * four Latin letters. Only the first `end` units count; `turned` says as what each of the 26 letters is read.
 */
export function letterCost(text: string, end: number = text.length, turned: Uint8Array = unturned): number {
  let before = other;
  let previous = other;
  let total = 0;
  let counted = 0;
  for (let index = 0; index < Math.min(end, text.length); index++) {
    const code = text.charCodeAt(index);
    const letter = code >= 97 && code <= 122 ? (turned[code - 97] ?? other) : other;
    if (letter === other && previous === other) continue;
    total += costs[(before * 27 + previous) * 27 + letter] ?? 15;
    counted++;
    before = previous;
    previous = letter;
  }
  return counted < 4 ? Number.POSITIVE_INFINITY : total / counted / unitsPerBit;
}

const readable = /[\p{L}\p{N}]/gu;
const letters = /\p{L}/gu;
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
  const letterCount = text.match(letters)?.length ?? 0;
  const readableCount = (text.match(readable)?.length ?? 0) + (text.match(/\s/g)?.length ?? 0);
  if (letterCount * 3 < text.length || readableCount * 5 < text.length * 3) return false;
  const latinCount = text.match(latinLetters)?.length ?? 0;
  if (latinCount * 2 < letterCount) return letterCount >= 4;
  return (text.length >= surelyMeant && /\s/.test(text)) || letterCost(text.toLowerCase()) <= languageCost;
}
