import "server-only";
import type { Span } from "../views/mapped-text";
import { sentencesOf } from "./sentences";

type MaskedSentences = {
  /** With an asterisk for each UTF-16 unit of those sentences, so that spans in it are spans in the text. */
  readonly masked: string;
  /** Without them. */
  readonly rest: string;
};

/** A text without the sentences that are chosen. Calls `isChosen` once for each, in order, with its span. */
export function maskSentences(
  text: string,
  isChosen: (sentence: string, span: Span) => boolean,
): MaskedSentences {
  let masked = "";
  let rest = "";
  for (const { text: sentence, start } of sentencesOf(text)) {
    const isMasked = isChosen(sentence, { start, end: start + sentence.length });
    masked += isMasked ? sentence.replaceAll(/[^\n]/g, "*") : sentence;
    if (!isMasked) rest += sentence;
  }
  return { masked, rest };
}
