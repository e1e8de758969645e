import "server-only";
import { english } from "../rules/lexicons/english";
import { type MappedText, MappedTextWriter } from "./mapped-text";

const words = /[a-z]{5,16}/g;
const minLength = 6;
/** Longer texts are not read for single slips. */
const longest = 2_000;

/** Words of the rules by a number that the order of their letters does not change. */
let known: { readonly words: ReadonlySet<string>; readonly byLetters: ReadonlyMap<number, string[]> } | null =
  null;

/** Folded text with the rules' English words put right where one slip separates them, or null when none is. */
export function respell(base: MappedText): MappedText | null {
  if (base.text.length > longest) return null;
  known ??= buildKnown();
  let writer: MappedTextWriter | null = null;
  let copied = 0;
  for (const { 0: word, index } of base.text.matchAll(words)) {
    const right = known.words.has(word) ? null : findRight(word, known.byLetters);
    if (right === null) continue;
    writer ??= new MappedTextWriter(base);
    writer.copy(copied, index);
    copied = index + word.length;
    writer.write(right, index, copied);
  }
  if (writer === null) return null;
  writer.copy(copied, base.text.length);
  return writer.finish();
}

function findRight(word: string, byLetters: ReadonlyMap<number, string[]>): string | null {
  const sum = letterSum(word);
  const candidates = [...(byLetters.get(sum) ?? [])];
  for (const letter of new Set(word))
    candidates.push(...(byLetters.get(sum - letterValue(letter.charCodeAt(0))) ?? []));
  return candidates.find((candidate) => isOneSlip(word, candidate)) ?? null;
}

/** Two neighbours swapped, or one letter missing or doubled; the first letter is right. */
function isOneSlip(word: string, right: string): boolean {
  if (word.charAt(0) !== right.charAt(0) || Math.abs(word.length - right.length) > 1) return false;
  // A plural or a past tense is another word, not a slip.
  if (right.startsWith(word) || word.startsWith(right)) return false;
  let start = 0;
  while (start < word.length && word.charAt(start) === right.charAt(start)) start++;
  let end = 0;
  while (end < Math.min(word.length, right.length) - start && word.at(-1 - end) === right.at(-1 - end)) end++;
  const inWord = word.slice(start, word.length - end);
  const inRight = right.slice(start, right.length - end);
  if (inWord.length + inRight.length === 1) return true;
  return inWord.length === 2 && inRight.length === 2 && inWord.charAt(0) === inRight.charAt(1);
}

function buildKnown(): NonNullable<typeof known> {
  const all = new Set<string>();
  for (const entries of Object.values(english.concepts))
    for (const entry of entries) for (const word of entry.replace("*", "").split(/[^a-z]+/)) all.add(word);
  const byLetters = new Map<number, string[]>();
  const add = (sum: number, word: string) => byLetters.set(sum, [...(byLetters.get(sum) ?? []), word]);
  for (const word of all) {
    if (word.length < minLength) continue;
    const sum = letterSum(word);
    add(sum, word);
    for (const letter of new Set(word)) add(sum - letterValue(letter.charCodeAt(0)), word);
  }
  return { words: all, byLetters };
}

function letterSum(word: string): number {
  let sum = 0;
  for (let index = 0; index < word.length; index++) sum += letterValue(word.charCodeAt(index));
  return sum;
}

/** Spread far apart, so that different letters rarely add up to the same. */
function letterValue(code: number): number {
  return (Math.imul(code, 0x9e3779b1) >>> 12) + 1;
}
