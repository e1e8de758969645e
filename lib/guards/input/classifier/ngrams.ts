import "server-only";
import { isWordCode } from "../is-word-code";

/** log2 of the number of buckets: 128 kB of int8 weights. */
const bucketBits = 17;
export const bucketCount = 1 << bucketBits;

const shift = 32 - bucketBits;
const longestToken = 20;
const seeds = { token: 0x1d3f, pair: 0x7a21, triple: 0x33c5, grams: [0x5bd1, 0x2f8b, 0x61c3] } as const;
const shortestGram = 3;
const longestGram = 5;
const edge = 94;
const zero = 48;

const mix = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const finish = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> shift;

/**
 * Calls `emit` with the bucket and position of every feature of folded text: tokens (words, or runs of signs), pairs
 * and triples of tokens, and letter n-grams of 3 to 5 within words. Digits count as one another. O(length).
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
    const end = tokenEnd(text, index, isWord);
    let hash: number = seeds.token;
    for (let at = index; at < end; at++) hash = mix(hash, plainCode(text.charCodeAt(at)));
    emit(finish(hash), index);
    emit(finish(mix(mix(seeds.pair, previous), hash)), index);
    emit(finish(mix(mix(mix(seeds.triple, beforePrevious), previous), hash)), index);
    if (isWord) scanGrams(text, index, end, emit);
    beforePrevious = previous;
    previous = hash;
    index = end;
  }
}

function scanGrams(
  text: string,
  start: number,
  end: number,
  emit: (bucket: number, position: number) => void,
): void {
  for (let from = start - 1; from < end - 1; from++) {
    let hash = 0x811c;
    for (let length = 1; length <= longestGram && from + length <= end + 1; length++) {
      const at = from + length - 1;
      hash = mix(hash, at < start || at >= end ? edge : plainCode(text.charCodeAt(at)));
      if (length >= shortestGram)
        emit(finish(mix(hash, seeds.grams[length - shortestGram] ?? 0)), Math.max(start, from));
    }
  }
}

function tokenEnd(text: string, start: number, isWord: boolean): number {
  let end = start + 1;
  while (end < text.length && end - start < longestToken) {
    const code = text.charCodeAt(end);
    if (isBlank(code) || isWordCode(code) !== isWord) break;
    end++;
  }
  return end;
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000;
}

function plainCode(code: number): number {
  return code >= 48 && code <= 57 ? zero : code;
}
