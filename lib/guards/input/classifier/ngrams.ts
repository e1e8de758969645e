import "server-only";
import { isWordCode } from "../is-word-code";

/** log2 of the number of buckets: 128 kB of int8 weights. */
const bucketBits = 17;
export const bucketCount = 1 << bucketBits;

const shift = 32 - bucketBits;
const longestToken = 20;
const seeds = {
  token: 0x1d3f,
  pair: 0x7a21,
  triple: 0x33c5,
  sign: 0x4b3d,
  signs: 0x1c4b,
  gram3: 0x5bd1,
  gram4: 0x2f8b,
  gram5: 0x61c3,
};
const edge = 94;
/** Chinese, Japanese and Korean are written in signs from here on. */
const firstEastAsian = 0x2e80;
const zero = 48;

const mix = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const finish = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> shift;

/**
 * Calls `emit` with the bucket and position of every feature of folded text: tokens (words, or runs of signs), pairs
 * and triples of tokens, letter n-grams of 3 to 5 within words, and East Asian signs and pairs of them. Digits count as one another. O(length).
 */
export function scanNgrams(text: string, emit: (bucket: number, position: number) => void): void {
  let previous = 0;
  let beforePrevious = 0;
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (isBlank(code)) {
      index++;
      continue;
    }
    const isWord = isWordCode(code);
    const end = readToken(text, index, isWord);
    let hash: number = seeds.token;
    let highest = 0;
    for (let at = 1; at <= end - index; at++) {
      const letter = token[at] ?? edge;
      hash = mix(hash, letter);
      if (letter > highest) highest = letter;
    }
    emit(finish(hash), index);
    emit(finish(mix(mix(seeds.pair, previous), hash)), index);
    emit(finish(mix(mix(mix(seeds.triple, beforePrevious), previous), hash)), index);
    if (isWord) scanGrams(end - index, index, emit);
    if (isWord && highest >= firstEastAsian) scanSigns(end - index, index, emit);
    beforePrevious = previous;
    previous = hash;
    index = end;
  }
}

/** The token that is being read, between two edges: `emit` must not scan another text meanwhile. */
const token = new Int32Array(longestToken + 2);

/** Reads the token at `start`, and returns where it ends. */
function readToken(text: string, start: number, isWord: boolean): number {
  token[0] = edge;
  let length = 0;
  let code = text.charCodeAt(start);
  do {
    token[++length] = plainCode(code);
    code = text.charCodeAt(start + length);
  } while (
    start + length < text.length &&
    length < longestToken &&
    !isBlank(code) &&
    isWordCode(code) === isWord
  );
  token[length + 1] = edge;
  return start + length;
}

/** The 3 to 5 letters from each place of the token on, its edges with them. */
function scanGrams(length: number, start: number, emit: (bucket: number, position: number) => void): void {
  const last = length + 1;
  for (let from = 0; from < length; from++) {
    const position = start + Math.max(0, from - 1);
    let hash = mix(mix(mix(0x811c, token[from] ?? edge), token[from + 1] ?? edge), token[from + 2] ?? edge);
    emit(finish(mix(hash, seeds.gram3)), position);
    if (from + 3 > last) return;
    hash = mix(hash, token[from + 3] ?? edge);
    emit(finish(mix(hash, seeds.gram4)), position);
    if (from + 4 > last) continue;
    emit(finish(mix(mix(hash, token[from + 4] ?? edge), seeds.gram5)), position);
  }
}

/** Single signs and pairs of them: most words of Chinese are two long, and nothing but its neighbours says where one begins. */
function scanSigns(length: number, start: number, emit: (bucket: number, position: number) => void): void {
  let before = 0;
  for (let at = 1; at <= length; at++) {
    const sign = token[at] ?? edge;
    if (sign >= firstEastAsian) emit(finish(mix(seeds.sign, sign)), start + at - 1);
    if (sign >= firstEastAsian && before >= firstEastAsian)
      emit(finish(mix(mix(seeds.signs, before), sign)), start + at - 2);
    before = sign;
  }
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000;
}

function plainCode(code: number): number {
  return code >= 48 && code <= 57 ? zero : code;
}
