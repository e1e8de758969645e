import "server-only";
import { countTokens as countO200k } from "gpt-tokenizer/encoding/o200k_base";

/**
 * Tokens of a text under OpenAI's o200k vocabulary. Other providers' counts differ by some percent; it is used to
 * set money aside and where a provider reports no usage, never in place of a reported figure.
 */
export function countTokens(text: string): number {
  // Special tokens in a person's text are plain text to us.
  return countO200k(text, { disallowedSpecial: new Set() });
}
