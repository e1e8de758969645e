import "server-only";
import type { GuardThresholds } from "@/lib/config/guardrails-input";
import { type Verdict, verdicts } from "@/lib/protocol/verdict";

/** What a score means under thresholds. */
export function verdictOf(score: number, { flag, block }: GuardThresholds): Verdict {
  if (score >= block) return "block";
  return score >= flag ? "flag" : "allow";
}

/** The mildest of some verdicts: a mode or a surface caps what a guard may do. */
export function mildestVerdict(...some: readonly Verdict[]): Verdict {
  return some.reduce((mild, verdict) =>
    verdicts.indexOf(verdict) < verdicts.indexOf(mild) ? verdict : mild,
  );
}
