import "server-only";
import { ignoredWords, weakWords } from "@/lib/config/question-words";
import { search } from "@/lib/config/search";
import { broaderWords, synonyms } from "@/lib/config/synonyms";
import type { SearchTerm } from "@/lib/db/passages";

/** Of a long question its beginning and its end are searched by, as many words of each. */
const MAX_WORDS_OF_END = 24;

/** Names such as `llama.cpp` and `models.ts` stay whole. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}._/-]{0,40}[\p{L}\p{N}])?/gu;
const NAME_PARTS = /[._/-]+/;

const alternatives = new Map<string, Set<string>>();
for (const group of synonyms) {
  for (const word of group) {
    const others = alternatives.get(word) ?? new Set();
    for (const other of group) if (other !== word) others.add(other);
    alternatives.set(word, others);
  }
}

for (const [word, broader] of Object.entries(broaderWords)) {
  alternatives.set(word, new Set([...(alternatives.get(word) ?? []), ...broader]));
}

/** A question with fewer words than this that say much is read together with the one before it, if it leans on that. */
const MIN_STRONG_WORDS = 2;
const LEANING =
  /^(?:and|but|or|so|then|also|why|what about|how about|what if)\b|\b(?:it|its|that|this|these|those|they|them|there|one)\b/i;

/**
 * What a question is searched by. Each of its words is a concept, found by the word itself or, for less, by a synonym or
 * a part of it; words that follow each other are a concept more, which counts on top.
 * @param earlierQuestion whose words are added, for less, when the question says too little by itself
 */
export function questionTerms(question: string, earlierQuestion = ""): SearchTerm[] {
  const own = splitConcepts(wordsOf(question));
  const strong = own.filter(([word = ""]) => !weakWords.has(word)).length;
  const leans = strong === 0 || (strong < MIN_STRONG_WORDS && LEANING.test(question));
  const earlier = leans ? splitConcepts(wordsOf(earlierQuestion)) : [];
  const concepts = [...own, ...earlier];
  const single = concepts.flatMap((texts, concept) => {
    const isAside = concept >= own.length && strong > 0;
    const emphasis =
      (weakWords.has(texts[0] ?? "") ? search.weakEmphasis : 1) * (isAside ? search.earlierEmphasis : 1);
    return texts.map((text, index) => ({
      concept,
      text,
      weight: index === 0 ? 1 : search.synonymWeight,
      emphasis,
    }));
  });
  const pairs = concepts.slice(1).map(([next = ""], index) => ({
    concept: concepts.length + index,
    text: concepts[index]?.[0] ?? "",
    next,
    weight: search.pairWeight,
    emphasis: 1,
  }));
  return [...single, ...pairs];
}

/** For each concept its own word, then what else it may be found by. An expression ("log in") is one concept. */
function splitConcepts(words: readonly string[]): string[][] {
  const concepts: string[][] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const expression = `${word} ${words[index + 1] ?? ""}`;
    if (alternatives.has(expression)) {
      const others = [...(alternatives.get(expression) ?? [])];
      // Of "log in" only "log" is searched for, which means something else: its synonyms know better.
      concepts.push(
        expression.split(" ").some((part) => ignoredWords.has(part))
          ? [...others, expression]
          : [expression, ...others],
      );
      index += 1;
    } else if (!ignoredWords.has(word)) {
      const parts = word.split(NAME_PARTS);
      concepts.push([word, ...(alternatives.get(word) ?? []), ...(parts.length > 1 ? parts : [])]);
    }
  }
  return concepts;
}

function wordsOf(question: string): string[] {
  const words = question.toLowerCase().replaceAll(/['’]/g, "").match(WORD) ?? [];
  const isLong = words.length > 2 * MAX_WORDS_OF_END;
  return [
    ...new Set(isLong ? [...words.slice(0, MAX_WORDS_OF_END), ...words.slice(-MAX_WORDS_OF_END)] : words),
  ];
}
