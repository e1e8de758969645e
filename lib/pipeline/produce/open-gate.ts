import "server-only";
import { createOutputGuard } from "@/lib/guards/output/create-output-guard";
import type { OutputContext } from "@/lib/guards/output/output-guard";
import type { Passage } from "@/lib/protocol/passage";
import type { AdmittedTurn } from "../turn";
import { AnswerGate } from "./answer-gate";

/** The gate of a turn's answer: its guards know what must not be repeated, and what the person said themselves. */
export function openGate(turn: AdmittedTurn, passages: readonly Passage[]): AnswerGate {
  const asked = turn.history.filter((message) => message.role === "user").map((message) => message.text);
  const context: Omit<OutputContext, "surface"> = {
    systemPrompt: turn.prompt.content,
    userTexts: [...asked, turn.question],
    passageNumbers: passages.map((_, index) => index + 1),
  };
  return new AnswerGate({
    text: createOutputGuard({ ...context, surface: "text" }),
    reasoning: createOutputGuard({ ...context, surface: "reasoning" }),
  });
}
