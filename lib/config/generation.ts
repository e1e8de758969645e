import "server-only";

/** Bounds of every answer. */
export const generation = {
  /** The largest question, in characters of all its parts. */
  maxQuestionLength: 32_000,
  maxOutputTokens: 2_048,
  /** Tokens of earlier messages that go with a question; the newest are kept. */
  maxHistoryTokens: 6_000,
  /** Messages of the current branch that are read at all. */
  maxHistoryMessages: 40,
  /** Passages that go with a question, and the tokens set aside for them before they are known. */
  maxPassages: 5,
  maxPassageTokens: 2_500,
  /** A model that has not said anything by then is given up and the next one is asked. */
  firstContentTimeoutMs: 15_000,
  /** A model that falls silent in mid-answer for so long is cut off. */
  idleTimeoutMs: 20_000,
  /** The whole answer, over all models of the chain. */
  totalTimeoutMs: 120_000,
  /** Kept for replay; null where the model should draw its own. */
  seed: null,
} as const;
