import "server-only";

/** Share of a sentence's words that a claim must hold for the sentence to count as its support. */
const MIN_OVERLAP = 0.3;
const MIN_WORD_LENGTH = 3;

/**
 * The sentence of a passage that a claim most likely rests on: the one that shares most words with it, weighted by
 * their length, for long words say more. Null when none shares enough.
 */
export function findSupportingSentence(claim: string, passageText: string): string | null {
  const claimed = new Set(wordsOf(claim));
  let best: string | null = null;
  let bestOverlap = MIN_OVERLAP;
  for (const sentence of splitSentences(passageText)) {
    const words = wordsOf(sentence);
    const weight = words.reduce((sum, word) => sum + word.length, 0);
    const shared = words.reduce((sum, word) => sum + (claimed.has(word) ? word.length : 0), 0);
    const overlap = weight === 0 ? 0 : shared / weight;
    if (overlap > bestOverlap) {
      best = sentence;
      bestOverlap = overlap;
    }
  }
  return best;
}

/** Sentences and list items, as they stand in the passage. */
function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+(?=[\p{Lu}\d"'`(])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= MIN_WORD_LENGTH);
}
