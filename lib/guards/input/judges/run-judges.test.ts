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
const says = (text: string) => llmJudge(async (_prompt, schema) => schema.parse(JSON.parse(text)), "n0nce");
const scores = { "hate/threatening": 0.95, violence: 0.1 };

describe("runJudges", () => {
  it("asks nobody unless switched on, and only in the grey band", async () => {
    expect(Object.values(inputJudgePolicies).every(({ mode }) => mode === "off")).toBe(true);
    const asked = vi.fn(async () => scores);
    await runJudges([moderationJudge(asked)], "text", grey, signal);
    const wanted = on(moderationJudge(asked), { greyBand: { from: 0.5, to: 0.97 } });
    await runJudges([wanted], "text", { ...grey, score: 0.1 }, signal);
    expect(asked).not.toHaveBeenCalled();
    await runJudges([wanted], "text", grey, signal);
    expect(asked).toHaveBeenCalledOnce();
  });

  it("lets a judge make it worse", async () => {
    const judged = await runJudges([on(says('{"score":97}'))], "text", grey, signal);
    expect(judged).toMatchObject({ action: "block", score: 0.97, findings: [{ guard: "llm-judge" }] });
  });

  it("takes an answer that is no score for the judge's onError, and logs no word of it", async () => {
    const warn = vi.spyOn(getLogger(), "warn").mockReturnValue();
    const judged = await runJudges([on(says("It seems fine"))], "text", grey, signal);
    expect(judged).toMatchObject({ action: "flag", findings: [{ reason: "guard-failed" }] });
    expect(warn.mock.calls).toEqual([[{ judge: "llm-judge", error: "SyntaxError" }, "a judge failed"]]);
  });

  it("keeps what a shadow judge says apart", async () => {
    const judge = on(
      moderationJudge(async () => scores),
      { mode: "shadow" },
    );
    expect(await runJudges([judge], "text", grey, signal)).toMatchObject({
      action: "allow",
      findings: [],
      shadowed: [{ reason: "hate-threatening", would: "block" }],
    });
  });
});
