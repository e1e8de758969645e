/** A piece of a text, and the indexes of the spans that cover it. */
export type MarkedPiece = {
  readonly text: string;
  readonly start: number;
  readonly spans: readonly number[];
};

type Span = { readonly start: number; readonly end: number };

/** Cuts a text where spans begin and end. Spans are UTF-16 indexes, may overlap, and may reach beyond the text. */
export function markSpans(text: string, spans: readonly Span[]): MarkedPiece[] {
  const inside = (index: number) => Math.min(Math.max(index, 0), text.length);
  const cuts = new Set([0, text.length, ...spans.flatMap(({ start, end }) => [inside(start), inside(end)])]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).flatMap((start, index) => {
    const end = places[index + 1] ?? start;
    const covering = spans.flatMap((span, number) =>
      span.start <= start && span.end >= end ? [number] : [],
    );
    return [{ text: text.slice(start, end), start, spans: covering }];
  });
}
