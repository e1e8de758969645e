import "server-only";
import { inputJudgePolicies, llmJudgePrompt } from "@/lib/config/guardrails-input";
import { spotlight } from "../spotlight";
import type { InputJudge } from "./input-judge";

/** A call to a small model, made by the pipeline, which also keeps the record of it. */
export type Complete = (
  prompt: string,
  signal: AbortSignal,
) => Promise<{ readonly text: string; readonly costNanos: bigint }>;

const grade = /^\D{0,20}(\d{1,3})\b/;

/**
 * A language model as a judge for what the guards are unsure about. The text reaches it spotlighted; an answer that is
 * no number throws, and so counts as `onError`. `nonce` as in `spotlight`.
 */
export function llmJudge(complete: Complete, nonce: string): InputJudge {
  return {
    name: "llm-judge",
    policy: inputJudgePolicies["llm-judge"],
    async judge(text, _context, signal) {
      const { instruction, text: marked } = spotlight(text, nonce);
      const answer = await complete(
        llmJudgePrompt.replace("{text}", () => `${instruction}\n\n${marked}`),
        signal,
      );
      const found = grade.exec(answer.text.trim());
      if (found === null) throw new Error("the judge gave no number");
      const score = Math.min(100, Number(found[1])) / 100;
      const finding = { guard: "llm-judge", reason: "judged-an-attack", start: 0, end: text.length };
      return { score, findings: score >= 0.5 ? [finding] : [], costNanos: answer.costNanos };
    },
  };
}
