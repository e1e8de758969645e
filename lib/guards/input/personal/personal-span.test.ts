import { describe, expect, it } from "vitest";
import { type PersonalPolicy, personalPolicy } from "@/lib/config/guardrails-input";
import { mergeSpans, type PersonalSpan } from "./personal-span";

const every: PersonalPolicy = { ...personalPolicy, email: "redact", phone: "redact" };

describe("mergeSpans", () => {
  it("joins what overlaps of one kind, and lets the stronger of two kinds stay", () => {
    const spans: PersonalSpan[] = [
      { kind: "card", start: 10, end: 20 },
      { kind: "phone", start: 30, end: 40 },
      { kind: "card", start: 15, end: 25 },
      { kind: "key", start: 35, end: 60 },
      { kind: "email", start: 50, end: 70 },
    ];
    expect(mergeSpans(spans, every)).toEqual([
      { kind: "card", start: 10, end: 25 },
      // Nothing of what they cover together is left.
      { kind: "key", start: 30, end: 70 },
    ]);
  });

  it("lets nothing that is not redacted stand in the way of what is", () => {
    const spans: PersonalSpan[] = [
      { kind: "iban", start: 10, end: 32 },
      { kind: "key", start: 10, end: 32 },
    ];
    for (const key of ["off", "shadow"] as const)
      expect(mergeSpans(spans, { ...every, key })).toEqual([{ kind: "iban", start: 10, end: 32 }]);
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
    expect(mergeSpans([...watched(4_000), ...watched(4_000)], every)).toHaveLength(4_000);
    expect(looks).toBeLessThan(8_000 * 16);
  });
});
