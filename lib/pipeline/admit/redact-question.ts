import "server-only";
import { type InputGuardPolicy, inputGuardPolicies } from "@/lib/config/guardrails-input";
import type { InputJudgement } from "@/lib/guards/input/guard-input";
import { maskSentences } from "@/lib/guards/input/sentences/mask-sentences";
import type { Span } from "@/lib/guards/input/views/mapped-text";
import type { Verdict } from "@/lib/protocol/verdict";

type Redacted<J extends InputJudgement> = {
  /** What goes out: the question, or it with asterisks for the sentences that guards in mode `redact` mean. */
  readonly sent: string;
  readonly judgement: J;
};

const policies: readonly InputGuardPolicy[] = Object.values(inputGuardPolicies);

/** Whether any guard may take a sentence out of a question, by the configuration. */
export const mayRedact = policies.some(({ mode }) => mode === "redact");

/**
 * Takes out of a question what its judgement says is to be redacted. What is left is judged again; where it is no better,
 * or nothing, the judgement becomes a block. The question is kept as it was typed: this is for what is sent.
 */
export function redactQuestion<J extends InputJudgement>(
  question: string,
  judgement: J,
  judgeAgain: (rest: string) => InputJudgement,
): Redacted<J> {
  if (judgement.action !== "redact") return { sent: question, judgement };
  const offending = judgement.findings.filter(({ action }) => action === "redact");
  const isTouched = (_: string, span: Span) =>
    offending.some(({ start, end }) => start < span.end && end > span.start);
  // A finding may reach over its neighbours, so those that offend by themselves are tried first.
  const isOffending = (sentence: string, span: Span) =>
    isTouched(sentence, span) && !isPassable(judgeAgain(sentence).action);
  for (const isChosen of [isOffending, isTouched]) {
    const { masked, rest } = maskSentences(question, isChosen);
    if (rest.trim() !== "" && isPassable(judgeAgain(rest).action)) return { sent: masked, judgement };
  }
  const findings = judgement.findings.map((finding) =>
    finding.action === "redact" ? { ...finding, action: "block" as const } : finding,
  );
  return { sent: question, judgement: { ...judgement, action: "block", findings } };
}

function isPassable(action: Verdict): boolean {
  return action === "allow" || action === "flag";
}
