import "server-only";

/** From this many letters on a word may be wrong in one place, and in two. Shorter ones have too many neighbours. */
const MIN_LENGTH = 4;
const MIN_LENGTH_FOR_TWO = 8;

/** In a shorter word a letter is rarely another one by accident: "bread" is not a misspelt "break". */
const MIN_LENGTH_TO_SUBSTITUTE = 7;

/**
 * The word of `vocabulary` that a misspelt one most likely means: the nearest by optimal string alignment (letters
 * added, lost, changed or swapped), of equals the most frequent. Its first letter is taken to be right, which rules out
 * most accidents ("rice" is not "price").
 * @returns null when none is near
 */
export function correctWord(word: string, vocabulary: ReadonlyMap<string, number>): string | null {
  if (word.length < MIN_LENGTH || !/^\p{L}+$/u.test(word)) return null;
  let nearest: string | null = null;
  let leastDistance = word.length >= MIN_LENGTH_FOR_TWO ? 2 : 1;
  let mostPassages = -1;
  for (const [candidate, passages] of vocabulary) {
    if (candidate[0] !== word[0] || Math.abs(candidate.length - word.length) > leastDistance) continue;
    const distance = alignmentDistance(word, candidate);
    if (distance > leastDistance || (distance === leastDistance && passages <= mostPassages)) continue;
    nearest = candidate;
    leastDistance = distance;
    mostPassages = passages;
  }
  return nearest;
}

/** Optimal string alignment distance: Levenshtein's with swaps of neighbours. */
function alignmentDistance(left: string, right: string): number {
  const substitutionCost = left.length < MIN_LENGTH_TO_SUBSTITUTE ? 2 : 1;
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= left.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= right.length; j += 1) {
      const isSame = left[i - 1] === right[j - 1];
      const isSwap = left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      const swap = isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      const substitution = at(i - 1, j - 1) + (isSame ? 0 : substitutionCost);
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, substitution, swap));
    }
  }
  return at(left.length, right.length);
}
