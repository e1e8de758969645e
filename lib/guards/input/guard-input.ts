import "server-only";
import { type InputGuardPolicy, inputGuardPolicies, worstActions } from "@/lib/config/guardrails-input";
import type { JudgedFinding, ShadowedFinding } from "@/lib/protocol/finding";
import { type Verdict, worseVerdict } from "@/lib/protocol/verdict";
import { application } from "./application/application";
import { injection } from "./injection";
import { type GuardOpinion, type InputContext, type InputGuard, unplacedReason } from "./input-guard";
import { limits } from "./limits/limits";
import { mildestVerdict, verdictOf } from "./verdict-of";

export type InputJudgement = {
  readonly action: Verdict;
  /** From 0 to 1, the worst of all guards that act. */
  readonly score: number;
  readonly findings: readonly JudgedFinding[];
  /** What guards in shadow mode found: to be recorded, never to be acted on. */
  readonly shadowed: readonly ShadowedFinding[];
};

type Entry = { readonly guard: InputGuard; readonly policy: InputGuardPolicy };

/** A new guard is a file and a line here, and its policy in the configuration. */
const entries: readonly Entry[] = [
  { guard: limits, policy: inputGuardPolicies.limits },
  { guard: injection, policy: inputGuardPolicies.injection },
  { guard: application, policy: inputGuardPolicies.application },
];

/**
 * Judges a text before anything is done with it. Pure and synchronous; never throws: a guard that does counts as its
 * `onError`. Spans are UTF-16 indexes into `text`. It only judges; the caller acts.
 */
export function guardInput(text: string, context: InputContext): InputJudgement {
  return judgeWith(entries, text, context);
}

/** `guardInput` with guards and policies of the caller's choice. */
export function judgeWith(chosen: readonly Entry[], text: string, context: InputContext): InputJudgement {
  let action: Verdict = "allow";
  let score = 0;
  const findings: JudgedFinding[] = [];
  const shadowed: ShadowedFinding[] = [];
  for (const { guard, policy } of chosen) {
    if (policy.mode === "off") continue;
    const opinion = ask(guard, policy, text, context);
    const { score: own } = opinion;
    const scored = opinion.findings.map((finding) => ({ ...finding, score: own }));
    const would = mildestVerdict(opinion.verdict, worstActions[context.surface]);
    if (policy.mode === "shadow") {
      shadowed.push(...scored.map((finding) => ({ ...finding, would })));
      continue;
    }
    const capped = mildestVerdict(would, policy.mode);
    findings.push(...scored.map((finding) => ({ ...finding, action: capped })));
    score = Math.max(score, own);
    action = worseVerdict(action, capped);
  }
  return { action, score, findings, shadowed };
}

function ask(
  guard: InputGuard,
  policy: InputGuardPolicy,
  text: string,
  context: InputContext,
): GuardOpinion & { readonly verdict: Verdict } {
  try {
    const { score, findings } = guard.judge(text, context);
    const verdict = verdictOf(score, policy.thresholds[context.surface]);
    if (verdict === "allow" || findings.length > 0) return { score, findings, verdict };
    // What acts is on record, also where no place in the text is to blame: reviewers would not see it otherwise.
    const whole = { guard: guard.name, reason: unplacedReason, start: 0, end: text.length, score };
    return { score, findings: [whole], verdict };
  } catch {
    // The text may be the cause, so what the error says is as untrusted as the text.
    const score = policy.onError === "allow" ? 0 : 1;
    const finding = { guard: guard.name, reason: "guard-failed", start: 0, end: text.length, score };
    return { score, findings: [finding], verdict: policy.onError };
  }
}
