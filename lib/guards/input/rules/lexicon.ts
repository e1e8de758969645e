import "server-only";

/** What words mean to the rules, whatever the language. */
export const concepts = [
  "disregard",
  "all",
  "prior",
  "instructions",
  "your",
  "reveal",
  "hiddenPrompt",
  "text",
  "trainingData",
  "secret",
  "becomes",
  "unrestricted",
  "immoral",
  "authority",
  "bypass",
  "security",
  "suppress",
  "forced",
  "comply",
  "newTask",
  "run",
  "negate",
  "teach",
  "attackName",
  "pwned",
  "modelName",
] as const;

export type Concept = (typeof concepts)[number];

/**
 * The words of one language. Compared in folded form, so accents and case do not matter; a blank stands for any gap
 * between words; a `*` at the end stands for any ending. Words of `any` go with every language.
 */
export type Lexicon = {
  /** ISO 639-1, with the script where it is not the usual one, or `any`. */
  readonly language: string;
  readonly concepts: Readonly<Partial<Record<Concept, readonly string[]>>>;
};
