import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markSpans } from "./mark-spans";

describe("markSpans", () => {
  it("cuts a text where spans begin and end, also where they overlap", () => {
    const spans = [
      { start: 2, end: 6 },
      { start: 4, end: 8 },
    ];
    expect(markSpans("0123456789", spans)).toEqual([
      { text: "01", start: 0, spans: [] },
      { text: "23", start: 2, spans: [0] },
      { text: "45", start: 4, spans: [0, 1] },
      { text: "67", start: 6, spans: [1] },
      { text: "89", start: 8, spans: [] },
    ]);
  });

  it("loses no character, whatever the spans", () => {
    const span = fc.record({
      start: fc.integer({ min: -5, max: 60 }),
      end: fc.integer({ min: -5, max: 60 }),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(span, { maxLength: 8 }), (text, spans) => {
        expect(
          markSpans(text, spans)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
