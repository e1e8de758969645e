import "server-only";
import { foldWord } from "../views/fold-text";
import type { Span } from "../views/mapped-text";

/** Scripts that write blanks; only there a word has an edge. */
const spaced = /^[(\\]*[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]/u;
const unspaced = /[\u0590-\u1cff\u2e80-\uffff]/;

/** What may stand between two words of a phrase: blanks, line breaks, a comma, a dash. */
const gap = "[^\\p{L}\\p{N}]{1,3}";
const maybeGap = "[^\\p{L}\\p{N}]{0,3}";
const sentenceEnd = "(?=\\s{0,3}(?:[.!?;…]|$))";
/** Bounds keep the search linear, whatever a text is made of. */
const ending = "\\p{L}{0,20}";
const wordBetween = `(?:${gap}[\\p{L}\\p{M}']{1,20})`;

/** How a word begins: what phrases are looked up by. */
const beginning = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:'?[\p{L}\p{N}]){0,2}/gu;
const keyLength = 3;

/** A folded text and where its words begin, by what they are looked up by. Read once for any number of finders. */
export type ReadText = {
  readonly text: string;
  readonly words: readonly { readonly key: string; readonly index: number }[];
};

/** Reads a folded text for phrase finders. O(length). */
export function readWords(folded: string): ReadText {
  const words = [...folded.matchAll(beginning)].map(({ 0: word, index }) => ({
    key: /^\d/.test(word) ? "0" : word.replaceAll("'", ""),
    index,
  }));
  return { text: folded, words };
}

/** Where phrases stand in a text, from its beginning to its end. */
export type PhraseFinder = (read: ReadText) => Generator<Span>;

/**
 * A finder of phrases. A phrase is words with blanks between, and
 * - `(a|b)` is one of several, `(a )?` may be missing, `(?! a)` must not follow
 * - `*` at the end of a word is any ending
 * - ` ~2` is up to two words of any kind
 * - `$` is the end of a sentence, and ` ?` a blank that may be missing
 *
 * Phrases are looked up by the first letters of their first word, so that many cost hardly more than few. O(length).
 */
export function compilePhrases(phrases: readonly string[]): PhraseFinder {
  const byKey = new Map<string, string[]>();
  const anywhere: string[] = [];
  for (const folded of new Set(phrases.map(foldWord))) {
    if (!spaced.test(folded)) anywhere.push(toSource(folded));
    else for (const key of keysOf(folded)) byKey.set(key, [...(byKey.get(key) ?? []), bounded(folded)]);
  }
  const matchers = new Map([...byKey].map(([key, sources]) => [key, new RegExp(sources.join("|"), "uy")]));
  const elsewhere = anywhere.length === 0 ? null : new RegExp(anywhere.join("|"), "gu");
  return function* find(read) {
    const { text } = read;
    yield* findByWord(read, matchers);
    if (elsewhere === null || !unspaced.test(text)) return;
    for (const { 0: found, index } of text.matchAll(elsewhere))
      yield { start: index, end: index + found.length };
  };
}

function* findByWord({ text, words }: ReadText, matchers: ReadonlyMap<string, RegExp>): Generator<Span> {
  for (const { key, index } of words) {
    const matcher = matchers.get(key);
    if (matcher === undefined) continue;
    matcher.lastIndex = index;
    const match = matcher.exec(text);
    if (match !== null) yield { start: index, end: index + match[0].length };
  }
}

function bounded(folded: string): string {
  return `(?:${toSource(folded)})${folded.endsWith("*") ? "" : "(?![\\p{L}\\p{N}])"}`;
}

/** The source of a phrase's expression. Whatever may repeat in it has a bound, so a match looks at a bounded stretch. */
export function toSource(folded: string): string {
  return folded
    .replace(/'/g, "'?")
    .replace(/\*/g, ending)
    .replace(/\$$/, sentenceEnd)
    .replace(/ \?/g, maybeGap)
    .replace(/ ~(\d)/g, (_, count: string) => `${wordBetween}{0,${count}}`)
    .replaceAll(" ", gap);
}

/** The first letters of every word that a phrase may begin with. */
function keysOf(folded: string): Set<string> {
  if (folded.startsWith("\\d") || folded.startsWith("(\\d")) return new Set(["0"]);
  const group = /^\(+(.*?)\)/.exec(folded)?.[1];
  const firsts = group === undefined ? [folded] : group.split("|");
  return new Set(
    firsts.map((first) => {
      const [word = ""] = /^[\p{L}\p{N}']+/u.exec(first.replace(/^\(/, "")) ?? [];
      if (word === "") throw new Error(`A phrase must begin with a word: ${folded}`);
      return word.replaceAll("'", "").slice(0, keyLength);
    }),
  );
}
