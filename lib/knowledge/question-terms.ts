import "server-only";
import { ignoredWords } from "@/lib/config/question-words";
import { synonyms } from "@/lib/config/synonyms";
import type { SearchTerm } from "@/lib/db/passages";

/** A question needs no more to be understood, and a longer one must not cost more. */
const MAX_WORDS = 24;

/** How much a synonym counts against the word itself. */
const SYNONYM_WEIGHT = 0.5;
/** Words that stand together as they did in the question. */
const PHRASE_WEIGHT = 0.5;

const groupsByWord = new Map<string, Set<string>>();
for (const group of synonyms) {
  for (const word of group) {
    const others = groupsByWord.get(word) ?? new Set();
    for (const other of group) if (other !== word) others.add(other);
    groupsByWord.set(word, others);
  }
}

/**
 * What a question is searched by: each of its words is a concept, found by the word itself or, for less, by a synonym;
 * neighbours are one more concept of lower weight, found where they stand together.
 */
export function questionTerms(question: string): SearchTerm[] {
  const words = wordsOf(question);
  const terms: SearchTerm[] = [];
  let concept = 0;
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (ignoredWords.has(word)) continue;
    terms.push({ concept, text: word, weight: 1 });
    const pair = next === undefined ? undefined : groupsByWord.get(`${word} ${next}`);
    for (const other of [...(groupsByWord.get(word) ?? []), ...(pair ?? [])]) terms.push({ concept, text: other, weight: SYNONYM_WEIGHT });
    concept += 1;
  }
  return terms;
}

function wordsOf(question: string): string[] {
  const words = question.toLowerCase().replaceAll(/['’]/g, "").match(/[\p{L}\p{N}][\p{L}\p{N}._/-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu) ?? [];
  return [...new Set(words)].slice(0, MAX_WORDS);
}
