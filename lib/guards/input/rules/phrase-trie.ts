import "server-only";
import { isWordCode } from "../is-word-code";
import { foldWord } from "../views/fold-text";
import { type Concept, concepts, type Lexicon } from "./lexicon";
import { lexicons } from "./lexicons";

type Ending = { readonly concept: number; readonly languages: number; readonly open: boolean };
type Node = { readonly next: Map<number, Node>; endings: Ending[] | null };

/** Where words of one concept stand in a text: parallel arrays, in order of `starts`. */
export type Mentions = { readonly starts: number[]; readonly ends: number[]; readonly languages: number[] };

const blank = 32;
const everyLanguage = -1;
/** Shorter words turn up inside others, so they do not count where words run together. */
const minUnboundedLength = 4;
/** Gap between two words of a phrase: blanks, hyphens, quotes, but not the end of a sentence. */
const maxGap = 3;

let trie: Node | null = null;

/** Finds the words of every language in folded text. O(length × longest phrase). */
export function findMentions(text: string, unbounded: boolean): readonly Mentions[] {
  trie ??= buildTrie(lexicons);
  const mentions = concepts.map((): Mentions => ({ starts: [], ends: [], languages: [] }));
  let previous = 0;
  for (let start = 0; start < text.length; start++) {
    const code = text.charCodeAt(start);
    const startsWord = unbounded || isUnspaced(code) || !isWordCode(previous);
    previous = code;
    if (startsWord && isWordCode(code)) walk(trie, text, start, unbounded, mentions);
  }
  return mentions;
}

function walk(
  root: Node,
  text: string,
  start: number,
  unbounded: boolean,
  mentions: readonly Mentions[],
): void {
  let node: Node | undefined = root;
  let index = start;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (isWordCode(code)) {
      node = node.next.get(code);
      index++;
    } else {
      node = node.next.get(blank);
      index = skipGap(text, index);
    }
    if (node === undefined) return;
    if (node.endings !== null) note(node.endings, text, start, index, unbounded, mentions);
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
  const atEnd =
    end >= text.length || !isWordCode(text.charCodeAt(end)) || isUnspaced(text.charCodeAt(end - 1));
  for (const { concept, languages, open } of endings) {
    if (!atEnd && !open && !(unbounded && end - start >= minUnboundedLength)) continue;
    const mention = mentions[concept];
    if (mention === undefined) continue;
    mention.starts.push(start);
    mention.ends.push(end);
    mention.languages.push(languages);
  }
}

function buildTrie(all: readonly Lexicon[]): Node {
  const root: Node = { next: new Map(), endings: null };
  let bit = 1;
  for (const { language, concepts: words } of all) {
    const languages = language === "any" ? everyLanguage : bit;
    if (language !== "any") bit <<= 1;
    for (const concept of concepts)
      for (const word of words[concept] ?? []) insert(root, word, concept, languages);
  }
  return root;
}

function insert(root: Node, word: string, concept: Concept, languages: number): void {
  const open = word.endsWith("*");
  const folded = foldWord(open ? word.slice(0, -1) : word);
  let node = root;
  for (let index = 0; index < folded.length; index++) {
    const code = folded.charCodeAt(index);
    const key = isWordCode(code) ? code : blank;
    let next = node.next.get(key);
    if (next === undefined) {
      next = { next: new Map(), endings: null };
      node.next.set(key, next);
    }
    node = next;
  }
  const number = concepts.indexOf(concept);
  const others = node.endings ?? [];
  const same = others.find((ending) => ending.concept === number && ending.open === open);
  node.endings = [
    ...others.filter((ending) => ending !== same),
    { concept: number, languages: languages | (same?.languages ?? 0), open },
  ];
}

/** Scripts that write no blanks between words, or put articles and prepositions in front of them. */
function isUnspaced(code: number): boolean {
  return code >= 0x0590 && !(code >= 0x1e00 && code <= 0x1fff);
}
