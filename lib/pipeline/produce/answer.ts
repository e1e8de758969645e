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
 * one stream of model parts, so that every answer takes the same way through the guard and onto the record. The calls
 * made so far are stored when it resolves.
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
  // Of what is shown, a crash leaves the cost: the call is on record before anything of its answer is. The row was sent
  // off with the request and has had the model's latency to arrive.
  await attempts.settled();
  return stream;
}
