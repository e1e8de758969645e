import { createRandom } from "@/scripts/provider/behaviour/random";

const words =
  "the model said that a long answer takes time and every reader sees it grow word by word while the server keeps its hands still under load".split(
    " ",
  );

/** Filler of exactly that many tokens, as splitTokens counts them. The same number gives the same text. */
export function writeLorem(tokens: number): string {
  const random = createRandom(tokens);
  let text = "";
  for (let index = 0; index < tokens; index++) {
    const isSentenceEnd = index % 14 === 13;
    text += isSentenceEnd ? "." : `${index === 0 ? "" : " "}${words[Math.floor(random() * words.length)]}`;
  }
  return text;
}
