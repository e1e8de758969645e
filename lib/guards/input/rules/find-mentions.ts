import "server-only";
import { isWordCode } from "../is-word-code";
import { foldWord } from "../views/fold-text";
import { concepts, type Lexicon } from "./lexicon";
import { lexiconGroups, shared } from "./lexicons";
import { buildPhraseTrie, childOf, isEnding, type PhraseTrie } from "./phrase-trie";

type Ending = { readonly concept: number; readonly languages: number; readonly open: boolean };
type LexiconTrie = PhraseTrie<readonly Ending[]>;

/** Where words of one concept stand in a text: parallel arrays, in order of `starts`. */
export type Mentions = { readonly starts: number[]; readonly ends: number[]; readonly languages: number[] };

const blank = 32;
const everyLanguage = -1;
/** Shorter words turn up inside others, so they do not count where words run together. */
const minUnboundedLength = 4;
/** Units between two words of a phrase: a blank, a hyphen, quotes. */
const maxGap = 3;

let trie: LexiconTrie | null = null;

/** Finds the words of every language in folded text. O(length × longest phrase). */
export function findMentions(text: string, unbounded: boolean): readonly Mentions[] {
  trie ??= buildPhraseTrie(endingsByPhrase());
  const mentions = concepts.map((): Mentions => ({ starts: [], ends: [], languages: [] }));
  let isInside = false;
  for (let start = 0; start < text.length; start++) {
    const code = text.charCodeAt(start);
    const isWord = isWordCode(code);
    if (isWord && (!isInside || unbounded || isUnspaced(code))) walk(trie, text, start, unbounded, mentions);
    isInside = isWord;
  }
  return mentions;
}

function walk(
  lexicons: LexiconTrie,
  text: string,
  start: number,
  unbounded: boolean,
  mentions: readonly Mentions[],
): void {
  let node = 0;
  let index = start;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    const isWord = isWordCode(code);
    const letter = lexicons.letters[isWord ? code : blank] ?? 0;
    if (letter === 0) return;
    node = childOf(lexicons, node, letter);
    if (node < 0) return;
    index = isWord ? index + 1 : skipGap(text, index);
    if (isEnding(lexicons, node)) note(lexicons.endings[node] ?? [], text, start, index, unbounded, mentions);
  }
}

function skipGap(text: string, from: number): number {
  let index = from;
  while (index < text.length && index - from < maxGap && !isWordCode(text.charCodeAt(index))) index++;
  return index;
}

function note(
  endings: readonly Ending[],
  text: string,
  start: number,
  end: number,
  unbounded: boolean,
  mentions: readonly Mentions[],
): void {
  const last = text.charCodeAt(end - 1);
  // A phrase that closes with a blank has its end behind it.
  const atEnd =
    end >= text.length || !isWordCode(text.charCodeAt(end)) || isUnspaced(last) || !isWordCode(last);
  for (const { concept, languages, open } of endings) {
    if (!atEnd && !open && !(unbounded && end - start >= minUnboundedLength)) continue;
    const mention = mentions[concept];
    if (mention === undefined) continue;
    mention.starts.push(start);
    mention.ends.push(end);
    mention.languages.push(languages);
  }
}

function endingsByPhrase(): Map<string, readonly Ending[]> {
  const found = new Map<string, readonly Ending[]>();
  addAll(found, shared, everyLanguage);
  for (const [index, group] of lexiconGroups.entries())
    for (const lexicon of group) addAll(found, lexicon, 1 << index);
  return found;
}

function addAll(into: Map<string, readonly Ending[]>, lexicon: Lexicon, languages: number): void {
  for (const [concept, name] of concepts.entries())
    for (const word of lexicon.concepts[name] ?? []) add(into, word, concept, languages);
}

function add(into: Map<string, readonly Ending[]>, word: string, concept: number, languages: number): void {
  const open = word.endsWith("*");
  const phrase = withBlanks(foldWord(open ? word.slice(0, -1) : word));
  if (phrase === "") throw new Error("a lexicon holds a phrase without letters");
  const others = into.get(phrase) ?? [];
  const same = others.find((ending) => ending.concept === concept && ending.open === open);
  const ending = { concept, languages: languages | (same?.languages ?? 0), open };
  into.set(phrase, [...others.filter((other) => other !== same), ending]);
}

/** A phrase with one blank for whatever stands between its words, and none before the first. */
function withBlanks(phrase: string): string {
  let out = "";
  for (let index = 0; index < phrase.length; index++) {
    if (isWordCode(phrase.charCodeAt(index))) out += phrase.charAt(index);
    else if (out !== "" && !out.endsWith(" ")) out += " ";
  }
  return out;
}

/** Scripts that write no blanks between words, or put articles and prepositions in front of them. */
function isUnspaced(code: number): boolean {
  return code >= 0x0590 && !(code >= 0x1e00 && code <= 0x1fff);
}
