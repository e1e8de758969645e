import "server-only";

/**
 * Phrases as a tree of letters, each node with its number. Most nodes have one child, which is the next node: walking along
 * a word stays within a stretch of memory, and only forks are looked up. With the lexicons that is a fifth of the size of
 * one hash table of all nodes, and faster by a tenth.
 */
export type PhraseTrie<Ending> = {
  /** The number of a letter by its UTF-16 unit, 0 for those that no phrase holds. */
  readonly letters: Uint16Array;
  /** Of each node: the letter that leads to its only child, 0 where it has none or several, and `endsHere`. */
  readonly records: Uint16Array;
  /** A fork and a letter hash to a slot (open addressing): two places, for the two and for the node they lead to. */
  readonly slots: Uint32Array;
  /** By node, of those that end a phrase. */
  readonly endings: readonly (Ending | undefined)[];
};

const letterBits = 12;
const letterMask = (1 << letterBits) - 1;
const maxNodes = 1 << (32 - letterBits);
/** Beside the letter of a record: a phrase ends at the node. */
const endsHere = 1 << 15;
/** How many slots there are for each that is taken, at least. */
const room = 1.5;

/** A tree of phrases, each a text that is not empty. O(length of all). @throws Error when they are too many to number */
export function buildPhraseTrie<Ending>(phrases: ReadonlyMap<string, Ending>): PhraseTrie<Ending> {
  const texts = [...phrases.keys()].sort();
  const letters = numberLetters(texts);
  const records: number[] = [];
  const endings: (Ending | undefined)[] = [];
  const forks: { readonly key: number; readonly node: number }[] = [];

  /** Adds the node of the phrases from one to before another, which begin with the same letters up to a depth. */
  const add = (from: number, to: number, depth: number): number => {
    const node = records.push(0) - 1;
    const [shortest = ""] = texts.slice(from, from + 1);
    const isEnd = shortest.length === depth;
    if (isEnd) endings[node] = phrases.get(shortest);
    const children = [...groupsByLetter(texts, isEnd ? from + 1 : from, to, depth)];
    for (const { code, start, end } of children) {
      const letter = letters[code] ?? 0;
      const child = add(start, end, depth + 1);
      if (children.length === 1) records[node] = letter;
      else forks.push({ key: keyOf(node, letter), node: child });
    }
    if (isEnd) records[node] = (records[node] ?? 0) | endsHere;
    return node;
  };

  add(0, texts.length, 0);
  if (records.length > maxNodes) throw new Error("there are more phrases than their tree can number");
  return { letters, records: Uint16Array.from(records), slots: hashForks(forks), endings };
}

type Group = { readonly code: number; readonly start: number; readonly end: number };

function* groupsByLetter(
  texts: readonly string[],
  from: number,
  to: number,
  depth: number,
): Generator<Group> {
  for (let start = from; start < to; ) {
    const code = texts[start]?.charCodeAt(depth) ?? 0;
    let end = start + 1;
    while (end < to && texts[end]?.charCodeAt(depth) === code) end++;
    yield { code, start, end };
    start = end;
  }
}

function numberLetters(texts: readonly string[]): Uint16Array {
  const letters = new Uint16Array(65_536);
  let count = 0;
  for (const text of texts)
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (letters[code] === 0) letters[code] = ++count;
    }
  if (count > letterMask) throw new Error("the phrases hold more letters than their tree can number");
  return letters;
}

function hashForks(forks: readonly { readonly key: number; readonly node: number }[]): Uint32Array {
  const slots = new Uint32Array(2 << Math.ceil(Math.log2(Math.max(1, forks.length) * room)));
  for (const { key, node } of forks) {
    const slot = slotOf(slots, key);
    slots[slot] = key;
    slots[slot + 1] = node;
  }
  return slots;
}

/** The node that a letter leads to from another, or -1. */
export function childOf({ records, slots }: PhraseTrie<unknown>, node: number, letter: number): number {
  const only = (records[node] ?? 0) & letterMask;
  if (only !== 0) return only === letter ? node + 1 : -1;
  const slot = slotOf(slots, keyOf(node, letter));
  return slots[slot] === 0 ? -1 : (slots[slot + 1] ?? -1);
}

/** Whether a phrase ends at a node: most end nothing, so this is asked before the ending is looked up. */
export function isEnding({ records }: PhraseTrie<unknown>, node: number): boolean {
  return (records[node] ?? 0) >= endsHere;
}

function keyOf(node: number, letter: number): number {
  return ((node << letterBits) | letter) >>> 0;
}

/** Where a key is among the slots, or the free place where it belongs. */
function slotOf(slots: Uint32Array, key: number): number {
  const mask = slots.length - 1;
  // Knuth's multiplicative hashing: the upper bits of the product with the golden ratio. Two places make a slot.
  let slot = (Math.imul(key, 0x9e3779b1) >>> (Math.clz32(slots.length) + 2)) << 1;
  while (slots[slot] !== key && slots[slot] !== 0) slot = (slot + 2) & mask;
  return slot;
}
