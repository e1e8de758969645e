import "server-only";

/**
 * How the search over the knowledge base weighs what it finds. Measured on lib/knowledge/newcomer-questions.json; its
 * test prints what a change does.
 */
export const search = {
  /** A word in the body, the document's title, a heading. PostgreSQL's weight classes D, B and A. */
  bodyWeight: 0.4,
  titleWeight: 0.6,
  headingWeight: 1,
  /** Against the question's own word: a word that means much the same. */
  synonymWeight: 0.6,
  /** Words that say little (weakWords), against the others. */
  weakEmphasis: 0.4,
  /** Words of the question before, where a short one says something of its own. */
  earlierEmphasis: 0.2,
  /** Two words of the question that stand together, beside each on its own. */
  pairWeight: 0.75,
  /** How much a heading that reads like the question lifts a passage. */
  headingBoost: 2,
  /** A question's rarest words decide; a long question need not be covered beyond as many as this. */
  maxConcepts: 5,
  /** A passage that covers less of the question than this does not fit. */
  minCoverage: 0.42,
  /** A passage that scores less than this part of the best one is left out. */
  minRelativeScore: 0.25,
} as const;
