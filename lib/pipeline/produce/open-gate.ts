import "server-only";
import { getAuthSecret } from "@/lib/auth/get-auth-secret";
import { getEnv } from "@/lib/config/env";
import { knownSecrets } from "@/lib/config/known-secrets";
import { createOutputGuard } from "@/lib/guards/output/create-output-guard";
import type { OutputContext } from "@/lib/guards/output/output-guard";
import { canaryOf } from "@/lib/prompts/canary";
import type { AdmittedTurn } from "../turn";
import { AnswerGate } from "./answer-gate";
import type { Outgoing } from "./hide-personal";

/**
 * The gate of a turn's answer. Its guards know what must not be repeated and what the person said or brought
 * themselves; what was hidden from the provider is put back before they judge, so a value that is the app's own is
 * still found.
 */
export function openGate(turn: AdmittedTurn, outgoing: Outgoing): AnswerGate {
  const context = outputContext(turn, outgoing);
  const channel = (surface: "text" | "reasoning") => ({
    guard: createOutputGuard({ ...context, surface }),
    restorer: outgoing.vault.restorer(),
  });
  return new AnswerGate({ text: channel("text"), reasoning: channel("reasoning") });
}

/** What the guards of a turn's output have to know. */
export function outputContext(
  turn: AdmittedTurn,
  { passages, fileTexts }: Outgoing,
): Omit<OutputContext, "surface"> {
  const asked = turn.history.filter((message) => message.role === "user").map((message) => message.text);
  const { APP_URL } = getEnv();
  return {
    systemPrompt: turn.prompt.content,
    canary: canaryOf(turn.prompt.id, getAuthSecret()),
    secrets: knownSecrets(getEnv()),
    userTexts: [...asked, turn.question, ...fileTexts],
    ...(APP_URL !== undefined && { allowHosts: [new URL(APP_URL).host] }),
    ...(passages.length > 0 && { passageNumbers: passages.map((_, index) => index + 1) }),
  };
}
