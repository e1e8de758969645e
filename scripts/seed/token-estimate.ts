/** Characters in a token of English text, on average. Good enough for invented figures, and far quicker than counting. */
const CHARACTERS_PER_TOKEN = 4;

export function tokensOf(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}
