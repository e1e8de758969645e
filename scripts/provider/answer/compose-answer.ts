import type { Behaviour } from "@/scripts/provider/behaviour/behaviour";
import type { Fault } from "@/scripts/provider/behaviour/fault";
import type { Answer, Usage } from "./answer";
import type { Question } from "./question";
import { splitText } from "./split-text";
import { countTokens, splitTokens } from "./tokens";

type Composed = {
  readonly answer: Answer;
  /** What the provider counts for itself, whether it reports it or not. */
  readonly billed: Usage;
};

/** Decides what is answered, and what it costs, from the question and what the simulator was told to do. */
export function composeAnswer(
  question: Question,
  behaviour: Behaviour,
  fault: Fault | null,
  id: string,
): Composed {
  const { usage, reasoning, answeringModel, systemFingerprint } = behaviour;
  const spoken = speak(question, behaviour, fault);
  const reasoningTokens = countTokens(reasoning);
  const spokenTokens = countTokens(spoken.text.join("")) + countTokens(spoken.toolCall?.arguments ?? "");
  const billed: Usage = {
    inputTokens: question.inputTokens,
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: reasoningTokens + spokenTokens,
    reasoningTokens,
    ...(typeof usage === "object" && withoutUndefined(usage)),
  };
  return {
    billed,
    answer: {
      id,
      createdAtSeconds: Math.floor(Date.now() / 1000),
      model: answeringModel ?? question.model,
      systemFingerprint,
      reasoning: splitText(reasoning, hasPieces(behaviour.split) ? "tokens" : behaviour.split),
      ...spoken,
      usage: usage === "missing" ? null : billed,
    },
  };
}

type Spoken = Pick<Answer, "text" | "toolCall" | "finish">;

const REFUSAL = "I'm sorry, but I can't help with that.";

function speak(question: Question, behaviour: Behaviour, fault: Fault | null): Spoken {
  const { split } = behaviour;
  if (fault?.kind === "refusal") {
    const text = splitText(fault.text ?? REFUSAL, hasPieces(split) ? "tokens" : split);
    return { text, toolCall: null, finish: "refusal" };
  }
  const { text, toolCall } = behaviour.answer(question);
  if (toolCall) return { text: [], toolCall, finish: "tool-call" };
  // Explicit pieces are the answer, whatever else was set.
  const allowed = hasPieces(split) ? text : limit(text, question.maxOutputTokens);
  const pieces = splitText(allowed, split);
  if (fault?.kind === "length")
    return { text: pieces.slice(0, fault.afterDeltas), toolCall, finish: "length" };
  return { text: pieces, toolCall, finish: allowed.length < text.length ? "length" : "stop" };
}

function limit(text: string, maxTokens: number | null): string {
  return maxTokens === null ? text : splitTokens(text).slice(0, maxTokens).join("");
}

function hasPieces(split: Behaviour["split"]): split is { readonly pieces: readonly string[] } {
  return typeof split === "object" && "pieces" in split;
}

function withoutUndefined(usage: { readonly [Name in keyof Usage]?: number | undefined }): Partial<Usage> {
  return Object.fromEntries(Object.entries(usage).filter(([, figure]) => figure !== undefined));
}
