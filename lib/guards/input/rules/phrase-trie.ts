import "server-only";
import { isWordCode } from "../is-word-code";
import { foldWord } from "../views/fold-text";
import { type Concept, concepts, type Lexicon } from "./lexicon";
import { lexicons } from "./lexicons";

type Ending = { readonly concept: number; readonly languages: number; readonly open: boolean };

/** Node 0 is the root. A node and a letter hash to a slot (open addressing), which holds the next node. */
type Trie = {
  readonly keys: Uint32Array;
  readonly nodes: Uint16Array;
  readonly endings: (readonly Ending[] | undefined)[];
  size: number;
};

/** Where words of one concept stand in a text: parallel arrays, in order of `starts`. */
export type Mentions = { readonly starts: number[]; readonly ends: number[]; readonly languages: number[] };

const blank = 32;
const everyLanguage = -1;
/** Shorter words turn up inside others, so they do not count where words run together. */
const minUnboundedLength = 4;
/** Gap between two words of a phrase: blanks, hyphens, quotes, but not the end of a sentence. */
const maxGap = 3;

/** log2 of the number of slots; a quarter of them is taken. */
const slotBits = 17;
const slotMask = (1 << slotBits) - 1;
const maxNodes = 65_535;

let trie: Trie | null = null;

/** Finds the words of every language in folded text. O(length × longest phrase). */
export function findMentions(text: string, unbounded: boolean): readonly Mentions[] {
  trie ??= buildTrie(lexicons);
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
  { keys, nodes, endings }: Trie,
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
    node = nodes[slotOf(keys, node, isWord ? code : blank)] ?? 0;
    if (node === 0) return;
    index = isWord ? index + 1 : skipGap(text, index);
    const here = endings[node];
    if (here !== undefined) note(here, text, start, index, unbounded, mentions);
  }
}

/** The slot of a node and a letter, or the free one where it belongs. */
function slotOf(keys: Uint32Array, node: number, code: number): number {
  const key = ((node << 16) | code) >>> 0;
  let slot = Math.imul(key, 0x9e3779b1) >>> (32 - slotBits);
  while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & slotMask;
  return slot;
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

function buildTrie(all: readonly Lexicon[]): Trie {
  const slots = 1 << slotBits;
  const built: Trie = {
    keys: new Uint32Array(slots),
    nodes: new Uint16Array(slots),
    endings: [undefined],
    size: 1,
  };
  let bit = 1;
  for (const { language, concepts: words } of all) {
    const languages = language === "any" ? everyLanguage : bit;
    if (language !== "any") bit <<= 1;
    for (const concept of concepts)
      for (const word of words[concept] ?? []) insert(built, word, concept, languages);
  }
  return built;
}

function insert(into: Trie, word: string, concept: Concept, languages: number): void {
  const open = word.endsWith("*");
  const folded = foldWord(open ? word.slice(0, -1) : word);
  let node = 0;
  for (let index = 0; index < folded.length; index++) {
    const code = folded.charCodeAt(index);
    const key = isWordCode(code) ? code : blank;
    const slot = slotOf(into.keys, node, key);
    if (into.nodes[slot] === 0) {
      if (into.size > maxNodes) throw new Error("the lexicons hold more than their trie can number");
      into.keys[slot] = ((node << 16) | key) >>> 0;
      into.nodes[slot] = into.size++;
    }
    node = into.nodes[slot] ?? 0;
  }
  const number = concepts.indexOf(concept);
  const others = into.endings[node] ?? [];
  const same = others.find((ending) => ending.concept === number && ending.open === open);
  into.endings[node] = [
    ...others.filter((ending) => ending !== same),
    { concept: number, languages: languages | (same?.languages ?? 0), open },
  ];
}

/** Scripts that write no blanks between words, or put articles and prepositions in front of them. */
function isUnspaced(code: number): boolean {
  return code >= 0x0590 && !(code >= 0x1e00 && code <= 0x1fff);
}
