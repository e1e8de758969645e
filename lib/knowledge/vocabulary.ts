import "server-only";
import { synonyms } from "@/lib/config/synonyms";
import { readVocabulary } from "@/lib/db/passages";

/** How long a document that another server has indexed may go unnoticed by the correction of misspelt words. */
const MAX_AGE_MS = 60_000;

let vocabulary: Promise<ReadonlyMap<string, number>> | undefined;
let readAtMs = 0;

/**
 * The words of the knowledge base with the number of passages that have them, and those of the synonyms. Read once a
 * minute at most.
 */
export function getVocabulary(): Promise<ReadonlyMap<string, number>> {
  const nowMs = performance.now();
  if (vocabulary === undefined || nowMs - readAtMs > MAX_AGE_MS) {
    readAtMs = nowMs;
    vocabulary = readWords();
    // A failed read is not kept: the next question tries again.
    vocabulary.catch(() => {
      vocabulary = undefined;
    });
  }
  return vocabulary;
}

async function readWords(): Promise<ReadonlyMap<string, number>> {
  const words = await readVocabulary();
  for (const word of synonyms.flat()) if (!words.has(word)) words.set(word, 0);
  return words;
}
