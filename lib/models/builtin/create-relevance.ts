import "server-only";
import { ignoredWords, weakWords } from "@/lib/config/question-words";
import { search } from "@/lib/config/search";
import { synonyms } from "@/lib/config/synonyms";
import { stem } from "./stem";

/** How well texts fit one question. */
export type Relevance = {
  /** The score of a text that has all of the question's words. */
  readonly total: number;
  /** The weight of the question's words that a text has, each counted once; 0 when it has none. */
  score(text: string): number;
  /** The question's words that carry weight and that a text lacks, as stems. */
  missing(text: string): readonly string[];
};

const stemsOfGroups = synonyms.map(
  (group) => new Set(group.flatMap((word) => (word.includes(" ") ? [] : [stem(word)]))),
);

/**
 * Weighs a question's words by how rare they are in `texts`, among which the best are to be found.
 */
export function createRelevance(question: string, texts: readonly string[]): Relevance {
  const tokenised = texts.map(stemsOf);
  const weights = [...contentStems(question)].map(([word, isWeak]) => {
    const having = tokenised.filter((stems) => stems.has(word)).length;
    const rarity = Math.log(1 + tokenised.length / Math.max(having, 0.5));
    return { word, others: othersOf(word), isWeak, weight: rarity * (isWeak ? search.weakEmphasis : 1) };
  });
  return {
    total: weights.reduce((sum, { weight }) => sum + weight, 0),
    score(text) {
      const stems = stemsOf(text);
      return weights.reduce((sum, { word, others, weight }) => {
        if (stems.has(word)) return sum + weight;
        return others.some((other) => stems.has(other)) ? sum + weight * search.synonymWeight : sum;
      }, 0);
    },
    missing(text) {
      const stems = stemsOf(text);
      return weights.filter(({ word, isWeak }) => !isWeak && !stems.has(word)).map(({ word }) => word);
    },
  };
}

/** Words of a question that carry weight, as stems, each with whether it says little. */
export function contentStems(question: string): Map<string, boolean> {
  const words = wordsOf(question.replaceAll(/['’]/g, "")).filter((word) => !ignoredWords.has(word));
  return new Map(words.map((word) => [stem(word), weakWords.has(word)]));
}

function othersOf(word: string): string[] {
  return stemsOfGroups.filter((group) => group.has(word)).flatMap((group) => [...group]);
}

function stemsOf(text: string): Set<string> {
  return new Set(wordsOf(text).map(stem));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
