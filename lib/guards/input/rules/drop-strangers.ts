import "server-only";
import { isWordCode } from "../is-word-code";
import type { Mentions } from "./find-mentions";

/** Words that English has and its neighbours do not, as the keys of their letters. */
const englishKeys = new Set(
  "the of and that with this you your have which from should will it".split(" ").map((word) => {
    let key = 0;
    for (let index = 0; index < word.length; index++) key = withLetter(key, word.charCodeAt(index));
    return key;
  }),
);
/** Letters of the longest; a key has five bits for each. */
const longest = 6;
/** What holds anything but Latin letters, or too many. */
const noWord = -1;
const blank = 32;
const neighbourhood = 40;
const english = 1;

/** Where English words start, in order, and which they are. */
type EnglishWords = { readonly starts: readonly number[]; readonly keys: readonly number[] };

/**
 * Drops mentions of other languages where folded text is English: short words of one language turn up in another ("in",
 * "del", "vis"). Only Latin words with English on both sides: a sentence of another language beside an English one, which
 * is how one would hide it, keeps its words. O(length + mentions).
 */
export function dropStrangers(text: string, mentions: readonly Mentions[]): void {
  const found = findEnglishWords(text);
  if (found.starts.length < 2) return;
  for (const some of mentions) dropFrom(some, text, found);
}

function findEnglishWords(text: string): EnglishWords {
  const starts: number[] = [];
  const keys: number[] = [];
  let key = 0;
  let length = 0;
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : blank;
    if (isWordCode(code)) {
      length++;
      key = key !== noWord && length <= longest && isLatin(code) ? withLetter(key, code) : noWord;
    } else if (length > 0) {
      if (englishKeys.has(key)) {
        starts.push(index - length);
        keys.push(key);
      }
      key = 0;
      length = 0;
    }
  }
  return { starts, keys };
}

function isLatin(code: number): boolean {
  return code >= 97 && code <= 122;
}

function withLetter(key: number, code: number): number {
  return (key << 5) | (code - 96);
}

function dropFrom({ starts, ends, languages }: Mentions, text: string, found: EnglishWords): void {
  let kept = 0;
  let near = 0;
  for (let index = 0; index < starts.length; index++) {
    const start = starts[index] ?? 0;
    const end = ends[index] ?? start;
    const spoken = languages[index] ?? 0;
    if ((spoken & english) === 0 && isLatin(text.charCodeAt(start))) {
      while ((found.starts[near] ?? start) < start - neighbourhood) near++;
      if (isFlanked(found, near, start, end)) continue;
    }
    starts[kept] = start;
    ends[kept] = end;
    languages[kept++] = spoken;
  }
  starts.length = ends.length = languages.length = kept;
}

/** Whether one English word, the first that is near, stands before a mention and another behind it. */
function isFlanked({ starts, keys }: EnglishWords, first: number, start: number, end: number): boolean {
  if ((starts[first] ?? start) >= start) return false;
  for (let index = first + 1; (starts[index] ?? Number.POSITIVE_INFINITY) < end + neighbourhood; index++)
    if ((starts[index] ?? 0) >= end && keys[index] !== keys[first]) return true;
  return false;
}
