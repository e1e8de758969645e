import "server-only";

/** How chats get their titles. */
export const titles = {
  /** A question of up to so many characters is its own title; for a longer one the chain's cheapest model is asked. */
  maxOwnLength: 48,
  /** What a title is cut to, in characters. */
  maxLength: 80,
  /** So much of the question the model reads, in characters. */
  maxQuestionLength: 2_000,
  /** What that and the instructions come to at most: a character is hardly ever more than one token. */
  maxInputTokens: 2_200,
  maxOutputTokens: 64,
  /** How long a turn whose answer has ended still waits for its title; then the question's beginning stays. */
  graceMs: 1_000,
} as const;
