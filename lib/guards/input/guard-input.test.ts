import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InputGuardPolicy } from "@/lib/config/guardrails-input";
import { guardInput, judgeWith } from "./guard-input";
import type { InputGuard } from "./input-guard";

const policy = (
  mode: InputGuardPolicy["mode"],
  onError: InputGuardPolicy["onError"] = "block",
): InputGuardPolicy => {
  const thresholds = { flag: 0.5, block: 0.9 };
  return {
    mode,
    onError,
    thresholds: { user: thresholds, document: thresholds, attachment: thresholds, tool: thresholds },
  };
};

const certain: InputGuard = {
  name: "certain",
  judge: () => ({ score: 1, findings: [{ guard: "certain", reason: "test", start: 0, end: 1, score: 1 }] }),
};

const broken: InputGuard = {
  name: "broken",
  judge() {
    throw new Error("no");
  },
};

describe("guardInput", () => {
  it("allows what people write", () => {
    expect(guardInput("How do I bake bread?\r\n\tThanks 👩‍👩‍👧", { surface: "user" })).toMatchObject({
      action: "allow",
      findings: [],
      shadowed: [],
    });
  });

  it("never throws, and spans lie within the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 600 }),
        fc.constantFrom("user", "document", "tool"),
        (text, surface) => {
          const { score, findings } = guardInput(text, { surface });
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          for (const { start, end } of findings) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(start).toBeLessThan(end);
          }
        },
      ),
    );
  });
});

describe("judgeWith", () => {
  it.each([
    ["off", "allow"],
    ["shadow", "allow"],
    ["flag", "flag"],
    ["redact", "redact"],
    ["block", "block"],
  ] as const)("in mode %s does no worse than %s", (mode, action) => {
    expect(judgeWith([{ guard: certain, policy: policy(mode) }], "x", { surface: "user" }).action).toBe(
      action,
    );
  });

  it("names the whole text where a guard acts and blames no place in it", () => {
    const unsure: InputGuard = { name: "unsure", judge: () => ({ score: 0.6, findings: [] }) };
    const judged = (text: string) =>
      judgeWith([{ guard: unsure, policy: policy("block") }], text, { surface: "user" });
    expect(judged("some text")).toMatchObject({
      action: "flag",
      findings: [{ guard: "unsure", start: 0, end: 9, action: "flag" }],
    });
  });

  it("keeps what a shadow guard found apart", () => {
    const judgement = judgeWith([{ guard: certain, policy: policy("shadow") }], "x", { surface: "user" });
    expect(judgement).toMatchObject({
      ...{ action: "allow", score: 0, findings: [] },
      // The score is what a threshold is tuned by before the guard acts.
      shadowed: [{ guard: "certain", would: "block", score: 1 }],
    });
    const document = judgeWith([{ guard: certain, policy: policy("shadow") }], "x", { surface: "document" });
    expect(document.shadowed).toMatchObject([{ would: "redact" }]);
  });

  it("never blocks a document whole", () => {
    const judgement = judgeWith([{ guard: certain, policy: policy("block") }], "x", { surface: "document" });
    expect(judgement.action).toBe("redact");
  });

  it.each(["allow", "flag", "block"] as const)("takes a guard that throws for %s", (onError) => {
    const judgement = judgeWith([{ guard: broken, policy: policy("block", onError) }], "x", {
      surface: "user",
    });
    expect(judgement.action).toBe(onError);
    expect(judgement.findings[0]).toMatchObject({ guard: "broken", reason: "guard-failed" });
  });
});
