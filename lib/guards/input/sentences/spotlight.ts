import "server-only";
import { spotlightWords } from "@/lib/config/guardrails-input";

const marker = "\u02c6";

type Spotlight = {
  /** To be put into the prompt once, before the passages. */
  readonly instruction: string;
  /** The passage as the model gets it. */
  readonly text: string;
};

/**
 * A retrieved passage, marked so that the model can tell it from instructions: fenced by a delimiter that its author
 * could not guess, and with a mark in the place of every blank (datamarking, Hines et al. 2024, "Defending against
 * indirect prompt injection attacks with spotlighting"). `nonce` is random, letters and digits, one per request.
 */
export function spotlight(passage: string, nonce: string): Spotlight {
  const marked = passage
    .replaceAll(nonce, "")
    .replaceAll(marker, "^")
    .replace(/[^\S\n]+/g, marker);
  return {
    instruction: spotlightWords.instruction.replaceAll("{nonce}", nonce).replaceAll("{mark}", marker),
    text: `<data-${nonce}>\n${marked}\n</data-${nonce}>`,
  };
}
