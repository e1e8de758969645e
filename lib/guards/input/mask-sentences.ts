import "server-only";
import type { Span } from "./views/mapped-text";

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
  for (const { segment, index } of new Intl.Segmenter("und", { granularity: "sentence" }).segment(text)) {
    const isMasked = isChosen(segment, { start: index, end: index + segment.length });
    masked += isMasked ? segment.replaceAll(/[^\n]/g, "*") : segment;
    if (!isMasked) rest += segment;
  }
  return { masked, rest };
}
