import "server-only";
import { latinLookalikes } from "../../confusables";
import { plainDigit } from "../../plain-digit";

// Small letters, and the letters that digits look like in disguised words ("p4ssw0rd").
const ascii = new Uint8Array(128);
for (const character of "abcdefghijklmnopqrstuvwxyz") {
  ascii[character.charCodeAt(0)] = character.charCodeAt(0);
  ascii[character.toUpperCase().charCodeAt(0)] = character.charCodeAt(0);
}
[..."oi2eas6t89"].forEach((character, digit) => {
  ascii[48 + digit] = character.charCodeAt(0);
});

/**
 * The UTF-16 unit that counts when texts are compared: small letters, digits as the letters they look like, the letters
 * of mathematics, in circles or full width as plain ones. 0 for what doesn't count: spaces, punctuation, marks,
 * invisible characters, emoji.
 */
export function foldPoint(point: number): number {
  return point < 128 ? (ascii[point] ?? 0) : remember(folds, point, foldOther);
}

/** The same, and letters of other scripts that look like a Latin one as that. */
export function foldLookalike(point: number): number {
  return point < 128 ? (ascii[point] ?? 0) : remember(lookalikeFolds, point, foldToLatin);
}

// Normalising is too slow to do for every character.
const folds = new Map<number, number>();
const lookalikeFolds = new Map<number, number>();
/** More different characters than texts hold that were not made to fill memory. */
const mostFolds = 30_000;

function remember(known: Map<number, number>, point: number, fold: (point: number) => number): number {
  let folded = known.get(point);
  if (folded === undefined) {
    folded = fold(point);
    if (known.size < mostFolds) known.set(point, folded);
  }
  return folded;
}

/** Where alphabets begin that normalising leaves as they are: white on black, round and square; flags; tags. */
const alphabets = [0x1f150, 0x1f170, 0x1f1e6, 0xe0041, 0xe0061];
const firstTag = 0xe0020;
const lastTag = 0xe007e;

function foldOther(point: number): number {
  if (point < 0xaa || isSurrogate(point)) return 0;
  // Normalised, a syllable of Hangul would be its first letter.
  if (point >= 0xac00 && point <= 0xd7a3) return point;
  const alphabet = alphabets.find((first) => point >= first && point < first + 26);
  if (alphabet !== undefined) return 97 + point - alphabet;
  if (point >= firstTag && point <= lastTag) return ascii[point - firstTag + 32] ?? 0;
  const normal = String.fromCodePoint(point).normalize("NFKD").toLowerCase();
  const letter = /[\p{L}\p{N}]/u.exec(normal)?.[0].codePointAt(0) ?? 0;
  const plain = plainDigit(letter);
  if (plain < 128) return ascii[plain] ?? 0;
  // The second half stands for a letter of the other planes, so that each letter is one unit.
  return plain > 0xffff ? 0xdc00 + (plain & 0x3ff) : plain;
}

function foldToLatin(point: number): number {
  const folded = foldOther(point);
  const letter = latinLookalikes.get(point) ?? latinLookalikes.get(folded);
  return letter?.charCodeAt(0) ?? folded;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** The letter thirteen places on; other characters stay. */
export function rotateCode(code: number): number {
  return code >= 97 && code <= 122 ? ((code - 84) % 26) + 97 : code;
}

/** A text as the characters that count. */
export function foldText(text: string): string {
  let folded = "";
  for (const character of text) {
    const code = foldPoint(character.codePointAt(0) ?? 0);
    if (code > 0) folded += String.fromCharCode(code);
  }
  return folded;
}
