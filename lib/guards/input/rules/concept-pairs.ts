import "server-only";
import type { Mentions } from "./find-mentions";
import { concepts } from "./lexicon";

/** Two concepts, one after the other in one language: what rules say of a chosen few, for all of them. */
export type ConceptPair = { readonly pair: number; readonly start: number; readonly end: number };

/** UTF-16 units of folded text that may lie between the two. */
const reach = 60;
/** The same pair again so soon says nothing new, and is what keeps a flood of words from becoming a flood of pairs. */
const stride = 40;

/** The name of every pair, in the order of their numbers. */
export const pairNames: readonly string[] = concepts.flatMap((first) =>
  concepts.map((second) => `${first}>${second}`),
);

/** Every pair of concepts that stand near each other, in order of where they start. O(mentions × those within reach). */
export function findPairs(mentions: readonly Mentions[]): ConceptPair[] {
  const all = inOrder(mentions);
  const pairs: ConceptPair[] = [];
  const lastStarts = new Int32Array(pairNames.length).fill(-stride);
  for (const [index, first] of all.entries()) {
    for (let next = index + 1; next < all.length; next++) {
      const second = all[next];
      if (second === undefined || second.start > first.end + reach) break;
      if (!follows(first, second)) continue;
      const pair = first.concept * concepts.length + second.concept;
      if (first.start < (lastStarts[pair] ?? 0) + stride) continue;
      lastStarts[pair] = first.start;
      pairs.push({ pair, start: first.start, end: second.end });
    }
  }
  return pairs;
}

type Mention = {
  readonly concept: number;
  readonly start: number;
  readonly end: number;
  readonly languages: number;
};

function follows(first: Mention, second: Mention): boolean {
  return (
    second.start >= first.end &&
    second.concept !== first.concept &&
    (first.languages & second.languages) !== 0
  );
}

function inOrder(mentions: readonly Mentions[]): Mention[] {
  return mentions
    .flatMap(({ starts, ends, languages }, concept) =>
      starts.map((start, index) => ({
        concept,
        start,
        end: ends[index] ?? start,
        languages: languages[index] ?? 0,
      })),
    )
    .sort((a, b) => a.start - b.start);
}
