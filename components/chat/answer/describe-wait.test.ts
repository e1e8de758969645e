import { describe, expect, it } from "vitest";
import { strings } from "@/lib/config/strings";
import { describeWait } from "./describe-wait";

const { wait } = strings;

describe("describeWait", () => {
  it("says nothing at first", () => {
    expect(describeWait(2, { usualMs: 9000, givenUpAfterMs: 15_000 })).toBeUndefined();
  });

  it("does not call a model silent that thinks", () => {
    expect(describeWait(2, undefined, true)).toBeUndefined();
    expect(describeWait(60, { givenUpAfterMs: 15_000 }, true)).toBe(wait.thinking);
  });

  it.each([
    [3, { usualMs: 7200, givenUpAfterMs: 15_000 }, wait.usual(8)],
    [8, { usualMs: 7200, givenUpAfterMs: 15_000 }, wait.late(15)],
    [15, { usualMs: 7200, givenUpAfterMs: 15_000 }, wait.next],
    [16, { usualMs: 40_000, givenUpAfterMs: 15_000 }, wait.next],
    [3, { givenUpAfterMs: 15_000 }, wait.late(15)],
    [5, { usualMs: 7200 }, wait.usual(8)],
    [9, { usualMs: 7200 }, wait.long],
    [3, undefined, wait.long],
  ])("after %i s, expecting %j, says what is to come", (seconds, expected, sentence) => {
    expect(describeWait(seconds, expected)).toBe(sentence);
  });
});
