import "server-only";
import { worstActions } from "@/lib/config/guardrails-input";
import { getLogger } from "@/lib/config/logger";
import type { JudgedFinding, ShadowedFinding } from "@/lib/protocol/finding";
import { type Verdict, worseVerdict } from "@/lib/protocol/verdict";
import type { InputJudgement } from "../guard-input";
import { mildestVerdict, verdictOf } from "../verdict-of";
import type { InputJudge, JudgeAnswer } from "./input-judge";
import { isWanted } from "./is-wanted";

/**
 * Asks the judges of what a person typed whose mode and grey band want it, side by side, and adds what they say to what
 * the guards found. Never throws: a judge that fails or is aborted counts as its `onError`.
 */
export async function runJudges(
  judges: readonly InputJudge[],
  text: string,
  first: InputJudgement,
  signal: AbortSignal,
): Promise<InputJudgement> {
  const asked = judges.filter(({ policy }) => isWanted(policy, first.score));
  const answers = await Promise.all(asked.map((judge) => ask(judge, text, signal)));
  let { action, score } = first;
  const findings: JudgedFinding[] = [...first.findings];
  const shadowed: ShadowedFinding[] = [...first.shadowed];
  for (const { policy, verdict, answer } of answers) {
    if (policy.mode === "off") continue;
    const would = mildestVerdict(verdict, worstActions.user);
    const found = answer.findings.map((finding) => ({ ...finding, score: answer.score }));
    if (policy.mode === "shadow") {
      shadowed.push(...found.map((finding) => ({ ...finding, would })));
      continue;
    }
    const own = mildestVerdict(would, policy.mode);
    findings.push(...found.map((finding) => ({ ...finding, action: own })));
    score = Math.max(score, answer.score);
    action = worseVerdict(action, own);
  }
  return { action, score, findings, shadowed };
}

type Asked = {
  readonly policy: InputJudge["policy"];
  readonly verdict: Verdict;
  readonly answer: JudgeAnswer;
};

async function ask(judge: InputJudge, text: string, signal: AbortSignal): Promise<Asked> {
  const { policy } = judge;
  try {
    const answer = await judge.judge(text, signal);
    return { policy, verdict: verdictOf(answer.score, policy.thresholds), answer };
  } catch (error) {
    // Its message may quote the text.
    const name = error instanceof Error ? error.name : typeof error;
    if (!signal.aborted) getLogger().warn({ judge: judge.name, error: name }, "a judge failed");
    const finding = { guard: judge.name, reason: "guard-failed", start: 0, end: text.length };
    const score = policy.onError === "allow" ? 0 : 1;
    return { policy, verdict: policy.onError, answer: { score, findings: [finding] } };
  }
}
