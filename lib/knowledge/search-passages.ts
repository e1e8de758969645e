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
 * @param asked whatever the person wrote
 * @param earlierQuestion the person's question before that, which a short one ("and with Docker?") is read with
 */
export async function searchPassages(asked: string, limit: number, earlierQuestion = ""): Promise<Passage[]> {
  // PostgreSQL has no text with this character.
  const question = asked.replaceAll("\0", " ");
  const terms = questionTerms(question, earlierQuestion);
  if (terms.length === 0) return [];
  let ranked = await rankPassages(question.slice(0, MAX_COMPARED_LENGTH), terms, limit);
  const corrected = await correctQuestion(question, terms, ranked.unknownConcepts);
  if (corrected !== question) {
    const compared = corrected.slice(0, MAX_COMPARED_LENGTH);
    ranked = await rankPassages(compared, questionTerms(corrected, earlierQuestion), limit);
  }
  const { passages } = ranked;
  if (!passages.some((passage) => passage.coverage >= search.minCoverage)) return [];
  const leastScore = (passages[0]?.score ?? 0) * search.minRelativeScore;
  return passages
    .filter((passage) => passage.score >= leastScore)
    .map(({ coverage: _, ...passage }) => passage);
}

/** The question with its unknown words replaced by near ones that the knowledge base or a synonym has. */
async function correctQuestion(
  question: string,
  terms: readonly SearchTerm[],
  unknownConcepts: readonly number[],
): Promise<string> {
  if (unknownConcepts.length === 0) return question;
  const vocabulary = await getVocabulary();
  return unknownConcepts.reduce((text, concept) => {
    const word = terms.find((term) => term.concept === concept)?.text ?? "";
    const nearest = correctWord(word, vocabulary);
    return nearest === null ? text : text.toLowerCase().replaceAll(word, nearest);
  }, question);
}
