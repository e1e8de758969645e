import "server-only";
import { letterCost } from "./reads-as-language";

const letters: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "2": "z",
  "3": "e",
  "4": "a",
  "5": "s",
  "6": "g",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "€": "e",
  "!": "i",
  "|": "l",
  "+": "t",
  "£": "l",
  "¥": "y",
  "¢": "c",
  "§": "s",
  "(": "c",
  "#": "h",
};

/** A digit or sign inside a word; mail addresses have an @ there too. */
const inside = /[a-z](?:[0134578$€|§£¥¢9]{1,2}|@(?![a-z0-9-]{1,60}\.))[a-z]/g;
const word =
  /[a-z0-9@$€!|+£¥¢§(#]*[a-z][a-z0-9@$€!|+£¥¢§(#]*|(?<![a-z0-9])(?:[0134579@$]{2,7}|[14])(?![a-z0-9])/g;
const digit = /[0-9@$€!|+£¥¢§(#]/;

/** Bits per letter up to which a word read so passes for one; part numbers and identifiers do not. */
const wordCost = 4.2;
const minWordLength = 3;
const maxWordLength = 14;

type UnleetedText = {
  readonly text: string;
  /** How much of it is disguised, from 0 to 1, by words with a sign between letters that read as language without. */
  readonly undone: number;
};

/** So many words, and one in so many UTF-16 units, are a disguise beyond doubt. */
const surelyWords = 5;
const surelyReach = 40;

/** Up to this length a single such word is worth a look; beyond, it takes two that stand so close. */
const shortText = 300;
const closeBy = 250;

/**
 * Folded text with digits and signs read as the letters they look like, or null when no words mix them.
 * A 1 is an i or an l, whichever reads better. One sign is one letter, so positions stay.
 */
export function unleet(text: string): UnleetedText | null {
  if (!isWorthReading(text)) return null;
  let words = 0;
  const unleeted = text.replace(word, (whole) => {
    if (!digit.test(whole)) return whole;
    const read = unleetWord(whole);
    if (isDisguised(whole, read)) words++;
    return read;
  });
  const undone = Math.min(1, words / surelyWords) * Math.min(1, (words * surelyReach) / text.length);
  return { text: unleeted, undone };
}

function isWorthReading(text: string): boolean {
  let previous = Number.NEGATIVE_INFINITY;
  for (const { index } of text.matchAll(inside)) {
    if (text.length <= shortText || index - previous <= closeBy) return true;
    previous = index;
  }
  return false;
}

function isDisguised(whole: string, read: string): boolean {
  return (
    whole.length >= minWordLength &&
    whole.length <= maxWordLength &&
    whole.search(inside) !== -1 &&
    letterCost(` ${read} `) <= wordCost
  );
}

function unleetWord(whole: string): string {
  // A mark at the end of a word is more often punctuation.
  const body = whole.replace(/[!|+(#]+$/, "");
  const asI = read(body, "i");
  if (!/[1!|]/.test(body)) return asI + whole.slice(body.length);
  const asL = read(body, "l");
  const best = letterCost(` ${asL} `) < letterCost(` ${asI} `) ? asL : asI;
  return best + whole.slice(body.length);
}

function read(body: string, one: string): string {
  let out = "";
  for (const sign of body) out += /[1!|]/.test(sign) ? one : (letters[sign] ?? sign);
  return out;
}
