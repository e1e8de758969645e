import "server-only";

/** How models are asked for values instead of prose. */
export const structuredOutput = {
  /** How often a model is asked before a value that fits is given up. */
  maxTries: 2,
  /** Added to the conversation when an answer did not fit; `{reason}` says why, in a word or two. */
  complaint:
    "That was not what was asked for ({reason}). Answer with one JSON value of the schema and nothing else.",
} as const;
