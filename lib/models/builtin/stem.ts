import "server-only";

const ENDINGS: readonly [RegExp, string][] = [
  [/(?<=.{2})ies$/, "y"],
  [/(?<=.[^su])s$/, ""],
  [/(?<=.{2})(?:ation|ator|ing|ed|er|e)$/, ""],
  [/([bdglmnprt])\1$/, "$1"],
];

/**
 * A word without its common English endings, so that "configured" and "configuration" are the same. Rougher than
 * PostgreSQL's stemmer, which found the passages: it only has to tell their sentences apart.
 */
export function stem(word: string): string {
  return ENDINGS.reduce(
    (text, [ending, replacement]) => text.replace(ending, replacement),
    word.toLowerCase(),
  );
}
