import "server-only";
import type { Span } from "./views/mapped-text";

type MaskedSentences = {
  /** With an asterisk for each UTF-16 unit of those sentences, so that spans in it are spans in the text. */
  readonly masked: string;
  /** Without them. */
  readonly rest: string;
};

/** A text without the sentences that spans touch. O(length × spans). */
export function maskSentences(text: string, spans: readonly Span[]): MaskedSentences {
  let masked = "";
  let rest = "";
  for (const { segment, index } of new Intl.Segmenter("und", { granularity: "sentence" }).segment(text)) {
    const isTouched = spans.some(({ start, end }) => start < index + segment.length && end > index);
    masked += isTouched ? segment.replaceAll(/[^\n]/g, "*") : segment;
    if (!isTouched) rest += segment;
  }
  return { masked, rest };
}
