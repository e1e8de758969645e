import { expect, it } from "vitest";
import { inputTokensOf, normaliseUsage, outputTokensOf } from "./usage";

const nothing = { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined };

it("takes a full report as it is", () => {
  const usage = normaliseUsage({
    inputTokens: { total: 100, noCache: 60, cacheRead: 30, cacheWrite: 10 },
    outputTokens: { total: 50, text: 40, reasoning: 10 },
  });
  expect(usage).toEqual({
    inputUncached: 60,
    inputCacheRead: 30,
    inputCacheWrite: 10,
    outputText: 40,
    outputReasoning: 10,
  });
});

it("derives what is missing from the totals, so that nothing billed is lost", () => {
  const usage = normaliseUsage({
    inputTokens: { ...nothing, total: 100, cacheRead: 30 },
    outputTokens: { total: 50, text: undefined, reasoning: 10 },
  });
  expect(usage).not.toBeNull();
  if (usage === null) return;
  expect(inputTokensOf(usage)).toBe(100);
  expect(outputTokensOf(usage)).toBe(50);
  expect(usage.outputText).toBe(40);
});

it("says null when the provider reported nothing", () => {
  expect(
    normaliseUsage({
      inputTokens: nothing,
      outputTokens: { total: undefined, text: undefined, reasoning: undefined },
    }),
  ).toBeNull();
});
