import "server-only";
import type {
  LanguageModelV4CallOptions,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
} from "@ai-sdk/provider";
import { generation } from "@/lib/config/generation";
import { newId } from "@/lib/db/ids";
import { createChainModel } from "@/lib/models/chain-model";
import { renderAnswerPrompt } from "@/lib/prompts/render-answer-prompt";
import type { Passage } from "@/lib/protocol/passage";
import type { AdmittedTurn } from "../turn";
import type { AttemptLog } from "./attempt-log";

/**
 * Asks the chain. Whatever answers (a provider, a backup, the built-in answerer) is a language model and its answer
 * one stream of model parts, so that every answer takes the same way through the guard and onto the record.
 * @throws ChainExhausted when no model gave any content
 */
export async function answer(
  turn: AdmittedTurn,
  passages: readonly Passage[],
  attempts: AttemptLog,
  signal: AbortSignal,
): Promise<ReadableStream<LanguageModelV4StreamPart>> {
  const { firstContentTimeoutMs, idleTimeoutMs, totalTimeoutMs } = generation;
  const model = createChainModel({
    links: turn.chain,
    timeouts: { firstContentTimeoutMs, idleTimeoutMs, totalTimeoutMs },
    observer: attempts,
    newAttemptId: newId,
  });
  const { stream } = await model.doStream(callOptions(turn, passages, signal));
  return stream;
}

function callOptions(
  turn: AdmittedTurn,
  passages: readonly Passage[],
  abortSignal: AbortSignal,
): LanguageModelV4CallOptions {
  return {
    prompt: buildPrompt(turn, passages),
    maxOutputTokens: generation.maxOutputTokens,
    ...(generation.seed !== null && { seed: generation.seed }),
    abortSignal,
    providerOptions: {
      // What people write is kept by us, not by the provider.
      openai: { store: false },
      parapet: { passages: passages.map((passage) => ({ ...passage, headings: [...passage.headings] })) },
    },
  };
}

function buildPrompt(turn: AdmittedTurn, passages: readonly Passage[]): LanguageModelV4Prompt {
  const history = turn.history.map(({ role, text }) => ({
    role,
    content: [{ type: "text" as const, text }],
  }));
  return [
    { role: "system", content: renderAnswerPrompt(turn.prompt.content, passages) },
    ...history,
    { role: "user", content: [{ type: "text", text: turn.question }] },
  ];
}
