import { describe, expect, it } from "vitest";
import { mergeSpans, type PersonalSpan } from "./personal-span";

describe("mergeSpans", () => {
  it("joins what overlaps of one kind, and lets the stronger of two kinds stay", () => {
    const spans: PersonalSpan[] = [
      { kind: "card", start: 10, end: 20 },
      { kind: "phone", start: 30, end: 40 },
      { kind: "card", start: 15, end: 25 },
      { kind: "key", start: 35, end: 60 },
      { kind: "email", start: 50, end: 70 },
    ];
    expect(mergeSpans(spans)).toEqual([
      { kind: "card", start: 10, end: 25 },
      { kind: "key", start: 35, end: 60 },
    ]);
  });

  it("looks at each span a few times, however many there are", () => {
    let looks = 0;
    const watched = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        kind: "card" as const,
        get start() {
          looks++;
          return index * 20;
        },
        end: index * 20 + 16,
      }));
    expect(mergeSpans([...watched(4_000), ...watched(4_000)])).toHaveLength(4_000);
    expect(looks).toBeLessThan(8_000 * 16);
  });
});
