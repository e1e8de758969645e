import "server-only";
import { inputJudgePolicies } from "@/lib/config/guardrails-input";
import type { InputJudge } from "./input-judge";

/** A call to a moderation service, made by the pipeline: scores from 0 to 1 by category. */
type Moderate = (text: string, signal: AbortSignal) => Promise<Readonly<Record<string, number>>>;

/** A moderation service as a judge; its worst category counts. */
export function moderationJudge(moderate: Moderate): InputJudge {
  return {
    name: "moderation",
    policy: inputJudgePolicies.moderation,
    async judge(text, signal) {
      const scores = await moderate(text, signal);
      const threshold = inputJudgePolicies.moderation.thresholds.flag;
      const findings = Object.entries(scores)
        .filter(([, score]) => score >= threshold)
        .map(([category]) => ({ guard: "moderation", reason: kebab(category), start: 0, end: text.length }));
      return { score: Math.max(0, ...Object.values(scores)), findings };
    },
  };
}

function kebab(category: string): string {
  return category.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
