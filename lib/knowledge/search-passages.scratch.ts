import "server-only";
import { search } from "@/lib/config/search";
import { rankPassages, type SearchTerm } from "@/lib/db/passages";
import type { Passage } from "@/lib/protocol/passage";
import { correctWord } from "./correct-word";
import { questionTerms } from "./question-terms";
import { getVocabulary } from "./vocabulary";

/** Beyond this a question is not compared with headings: none is as long, and the comparison grows with it. */
const MAX_COMPARED_LENGTH = 160;

/**
 * The passages that fit a question, best first, at most `limit`; none when nothing fits well enough. One statement,
 * and a second one when a word of the question is in no passage but near to one that is.
 */
export async function searchPassages(question: string, limit: number): Promise<Passage[]> {
  const terms = questionTerms(question);
  if (terms.length === 0) return [];
  const compared = question.slice(0, MAX_COMPARED_LENGTH);
  let ranked = await rankPassages(compared, terms, limit);
  const corrected = await correctQuestion(question, terms, ranked.unknownConcepts);
  if (corrected !== question) {
    ranked = await rankPassages(corrected.slice(0, MAX_COMPARED_LENGTH), questionTerms(corrected), limit);
  }
  const leastScore = (ranked.passages[0]?.score ?? 0) * search.minRelativeScore;
  return ranked.passages.filter(
    (passage) => passage.coverage >= search.minCoverage && passage.score >= leastScore,
  );
}

/** The question with its unknown words replaced by near ones that the knowledge base or a synonym has. */
async function correctQuestion(
  question: string,
  terms: readonly SearchTerm[],
  unknown: readonly number[],
): Promise<string> {
  if (unknown.length === 0) return question;
  const vocabulary = await getVocabulary();
  return unknown.reduce((text, concept) => {
    const word = terms.find((term) => term.concept === concept && term.weight === 1)?.text;
    const nearest = word === undefined ? null : correctWord(word, vocabulary);
    return word === undefined || nearest === null ? text : text.toLowerCase().replaceAll(word, nearest);
  }, question);
}
