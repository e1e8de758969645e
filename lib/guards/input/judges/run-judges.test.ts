import { describe, expect, it, vi } from "vitest";
import { inputJudgePolicies } from "@/lib/config/guardrails-input";
import { getLogger } from "@/lib/config/logger";
import type { InputJudgement } from "../guard-input";
import type { InputJudge } from "./input-judge";
import { llmJudge } from "./llm-judge";
import { moderationJudge } from "./moderation-judge";
import { runJudges } from "./run-judges";

const grey: InputJudgement = { action: "allow", score: 0.7, findings: [], shadowed: [] };
const signal = new AbortController().signal;
const on = (judge: InputJudge, change: Partial<InputJudge["policy"]> = {}): InputJudge => ({
  ...judge,
  policy: { ...judge.policy, mode: "block", ...change },
});
const says = (text: string) =>
  llmJudge(async (_prompt, schema) => ({ value: schema.parse(JSON.parse(text)), costNanos: 120n }), "n0nce");

describe("runJudges", () => {
  it("asks nobody unless switched on, and only in the grey band", async () => {
    expect(Object.values(inputJudgePolicies).every(({ mode }) => mode === "off")).toBe(true);
    const charge = vi.fn();
    await runJudges([says('{"score":99}')], "text", grey, { signal, charge });
    await runJudges([on(says('{"score":99}'))], "text", { ...grey, score: 0.1 }, { signal, charge });
    expect(charge).not.toHaveBeenCalled();
  });

  it("lets a judge make it worse, and hands over what it cost", async () => {
    const charge = vi.fn();
    const judged = await runJudges([on(says('{"score":97}'))], "text", grey, {
      signal,
      charge,
    });
    expect(judged).toMatchObject({ action: "block", score: 0.97, findings: [{ guard: "llm-judge" }] });
    expect(charge).toHaveBeenCalledExactlyOnceWith("llm-judge", 120n);
  });

  it("takes an answer that is no score for the judge's onError, and logs no word of it", async () => {
    const warn = vi.spyOn(getLogger(), "warn").mockReturnValue();
    const judged = await runJudges([on(says("It seems fine"))], "text", grey, {
      signal,
      charge: vi.fn(),
    });
    expect(judged).toMatchObject({ action: "flag", findings: [{ reason: "guard-failed" }] });
    expect(warn.mock.calls).toEqual([[{ judge: "llm-judge", error: "SyntaxError" }, "a judge failed"]]);
  });

  it("keeps what a shadow judge says apart, but charges it", async () => {
    const charge = vi.fn();
    const judge = on(
      moderationJudge(async () => ({ scores: { "hate/threatening": 0.95, violence: 0.1 }, costNanos: 0n })),
      { mode: "shadow" },
    );
    const judged = await runJudges([judge], "text", grey, { signal, charge });
    expect(judged).toMatchObject({
      action: "allow",
      findings: [],
      shadowed: [{ reason: "hate-threatening", would: "block" }],
    });
    expect(charge).toHaveBeenCalledOnce();
  });
});
