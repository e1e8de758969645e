import "server-only";
import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { generation } from "@/lib/config/generation";
import type { AdmittedTurn } from "../turn";
import type { AttemptLog } from "./attempt-log";
import { buildPrompt } from "./build-prompt";
import type { Outgoing } from "./hide-personal";
import { openModel } from "./open-model";

/**
 * Asks the chain. Whatever answers (a provider, a backup, the built-in answerer) is a language model and its answer
 * one stream of model parts, so that every answer takes the same way through the guard and onto the record.
 * @throws ChainExhausted when no model gave any content
 */
export async function answer(
  turn: AdmittedTurn,
  outgoing: Outgoing,
  attempts: AttemptLog,
  abortSignal: AbortSignal,
): Promise<ReadableStream<LanguageModelV4StreamPart>> {
  const { maxOutputTokens, seed } = generation;
  const model = openModel(turn.chain, attempts);
  const { stream } = await model.doStream({
    prompt: buildPrompt(turn, outgoing),
    maxOutputTokens,
    ...(seed !== null && { seed }),
    abortSignal,
    providerOptions: {
      // What people write is kept by us, not by the provider.
      openai: { store: false },
      parapet: {
        passages: outgoing.passages.map((passage) => ({ ...passage, headings: [...passage.headings] })),
      },
    },
  });
  return stream;
}
