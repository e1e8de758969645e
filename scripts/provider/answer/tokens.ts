/** A word of up to eight letters with the space before it, a run of space, or a few signs. Loses no character. */
const tokenPattern = / ?[\p{L}\p{N}_]{1,8}|\s+|[^\s\p{L}\p{N}_]{1,3}/gu;

/** Cuts text into pieces that are about what a tokenizer would make of it; joined they are the text again. */
export function splitTokens(text: string): string[] {
  return text.match(tokenPattern) ?? [];
}

export function countTokens(text: string): number {
  return splitTokens(text).length;
}

/** Input is only counted, so the rule of thumb is enough: four characters a token, and a few for each message. */
export function estimateInputTokens(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Math.ceil(text.length / 4) + 3, 0);
}
