import "server-only";
import { z } from "zod";
import { inputJudgePolicies, llmJudgePrompt } from "@/lib/config/guardrails-input";
import { spotlight } from "../sentences/spotlight";
import type { InputJudge } from "./input-judge";

const opinionSchema = z.object({ score: z.number().min(0).max(100) });

/** Asks a small model for a value of a schema; made by the pipeline, which also keeps the record of it. */
type Ask = <T>(prompt: string, schema: z.ZodType<T>, signal: AbortSignal) => Promise<T>;

/**
 * A language model as a judge for what the guards are unsure about. The text reaches it spotlighted; a call that gives no
 * score throws, and so counts as `onError`. `nonce` as in `spotlight`.
 */
export function llmJudge(ask: Ask, nonce: string): InputJudge {
  return {
    name: "llm-judge",
    policy: inputJudgePolicies["llm-judge"],
    async judge(text, signal) {
      const { instruction, text: marked } = spotlight(text, nonce);
      const prompt = llmJudgePrompt.replace("{text}", () => `${instruction}\n\n${marked}`);
      const { score: percent } = await ask(prompt, opinionSchema, signal);
      const score = percent / 100;
      const finding = { guard: "llm-judge", reason: "judged-an-attack", start: 0, end: text.length };
      const isWorthNaming = score >= inputJudgePolicies["llm-judge"].thresholds.flag;
      return { score, findings: isWorthNaming ? [finding] : [] };
    },
  };
}
