import "server-only";
import { isWordCode } from "../is-word-code";
import { foldWord } from "../views/fold-text";
import { type Concept, concepts, type Lexicon } from "./lexicon";
import { lexiconGroups, shared } from "./lexicons";

type Ending = { readonly concept: number; readonly languages: number; readonly open: boolean };

/** Node 0 is the root. */
type Trie = {
  /** The number of a letter by its UTF-16 unit, 0 for those that no word holds. */
  readonly letters: Uint16Array;
  /**
   * A node and a letter hash to a slot (open addressing): two places, for the two and for the next node, with a sign when
   * something ends there. Most end nothing, and looking that up elsewhere cost as much as the step itself.
   */
  readonly slots: Uint32Array;
  readonly endings: (readonly Ending[] | undefined)[];
  letterCount: number;
  nodeCount: number;
};

/** Where words of one concept stand in a text: parallel arrays, in order of `starts`. */
export type Mentions = { readonly starts: number[]; readonly ends: number[]; readonly languages: number[] };

const blank = 32;
const everyLanguage = -1;
/** Shorter words turn up inside others, so they do not count where words run together. */
const minUnboundedLength = 4;
/** Units between two words of a phrase: a blank, a hyphen, quotes. */
const maxGap = 3;

/** log2 of the number of slots; less than half of them are taken. */
const slotBits = 19;
const slotMask = (1 << slotBits) - 1;
const maxNodes = 1 << (slotBits - 1);
const letterBits = 12;
/** Beside the number of a node: something ends there. */
const endsHere = 1 << 30;
const nodeMask = endsHere - 1;
const maxLetters = (1 << letterBits) - 1;

let trie: Trie | null = null;

/** Finds the words of every language in folded text. O(length × longest phrase). */
export function findMentions(text: string, unbounded: boolean): readonly Mentions[] {
  trie ??= buildTrie();
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
  { letters, slots, endings }: Trie,
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
    const letter = letters[isWord ? code : blank] ?? 0;
    if (letter === 0) return;
    const next = slots[slotOf(slots, node, letter) + 1] ?? 0;
    if (next === 0) return;
    index = isWord ? index + 1 : skipGap(text, index);
    node = next & nodeMask;
    if (next !== node) note(endings[node] ?? [], text, start, index, unbounded, mentions);
  }
}

/** Where the slot of a node and a letter is, or the free one where it belongs. */
function slotOf(slots: Uint32Array, node: number, letter: number): number {
  const key = (node << letterBits) | letter;
  let slot = Math.imul(key, 0x9e3779b1) >>> (32 - slotBits);
  while (slots[slot * 2] !== key && slots[slot * 2] !== 0) slot = (slot + 1) & slotMask;
  return slot * 2;
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

function buildTrie(): Trie {
  const built: Trie = {
    letters: new Uint16Array(65_536),
    slots: new Uint32Array(2 << slotBits),
    endings: [undefined],
    letterCount: 0,
    nodeCount: 1,
  };
  insertAll(built, shared, everyLanguage);
  for (const [index, group] of lexiconGroups.entries())
    for (const lexicon of group) insertAll(built, lexicon, 1 << index);
  return built;
}

function insertAll(into: Trie, lexicon: Lexicon, languages: number): void {
  for (const concept of concepts)
    for (const word of lexicon.concepts[concept] ?? []) insert(into, word, concept, languages);
}

function insert(into: Trie, word: string, concept: Concept, languages: number): void {
  const open = word.endsWith("*");
  const folded = foldWord(open ? word.slice(0, -1) : word);
  let node = 0;
  let place = 0;
  let previous = blank;
  for (let index = 0; index < folded.length; index++) {
    const code = folded.charCodeAt(index);
    const letter = isWordCode(code) ? code : blank;
    if (letter !== blank || previous !== blank) {
      place = placeOfChild(into, node, letter);
      node = (into.slots[place] ?? 0) & nodeMask;
    }
    previous = letter;
  }
  if (place === 0) throw new Error("a lexicon holds a phrase without letters");
  into.slots[place] = node | endsHere;
  const number = concepts.indexOf(concept);
  const others = into.endings[node] ?? [];
  const same = others.find((ending) => ending.concept === number && ending.open === open);
  into.endings[node] = [
    ...others.filter((ending) => ending !== same),
    { concept: number, languages: languages | (same?.languages ?? 0), open },
  ];
}

/** Where the number of the node behind another and a letter stands; made when there is none. */
function placeOfChild(into: Trie, node: number, code: number): number {
  const { letters, slots } = into;
  if (letters[code] === 0) letters[code] = ++into.letterCount;
  const letter = letters[code] ?? 0;
  const slot = slotOf(slots, node, letter);
  if (slots[slot + 1] === 0) {
    if (into.nodeCount > maxNodes || into.letterCount > maxLetters)
      throw new Error("the lexicons hold more than their trie can number");
    slots[slot] = (node << letterBits) | letter;
    slots[slot + 1] = into.nodeCount++;
  }
  return slot + 1;
}

/** Scripts that write no blanks between words, or put articles and prepositions in front of them. */
function isUnspaced(code: number): boolean {
  return code >= 0x0590 && !(code >= 0x1e00 && code <= 0x1fff);
}
