import "server-only";
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
  SharedV4ProviderMetadata,
} from "@ai-sdk/provider";
import { composeAnswer } from "./compose-answer";
import { readCall } from "./read-call";

type Part = LanguageModelV4StreamPart;

/** The usual estimate for English. It is only for the record: nothing is charged by it. */
const CHARACTERS_PER_TOKEN = 4;

const ID = "builtin";

/**
 * The built-in answerer: a language model without a language model. It needs no network, and answers with sentences of
 * the passages in `providerOptions.parapet.passages` (best first; passage i is cited as [i + 1]). What each citation rests
 * on is in the finish part's `providerMetadata.parapet.citedSentences`.
 */
export function createBuiltinModel(): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider: ID,
    modelId: ID,
    supportedUrls: {},
    doStream: async (options) => ({ stream: streamReply(reply(options), options.abortSignal) }),
    doGenerate: async (options) => {
      options.abortSignal?.throwIfAborted();
      const { words, ...result } = reply(options);
      return {
        content: [{ type: "text", text: words.join("") }],
        warnings: [],
        response: { modelId: ID },
        ...result,
      };
    },
  };
}

type Reply = {
  /** The answer, cut where a word begins. */
  readonly words: readonly string[];
  readonly finishReason: LanguageModelV4FinishReason;
  readonly usage: LanguageModelV4Usage;
  readonly providerMetadata: SharedV4ProviderMetadata;
};

function reply(options: LanguageModelV4CallOptions): Reply {
  const { question, passages, earlierQuestion, promptLength } = readCall(options);
  const answer = composeAnswer(question, passages, earlierQuestion);
  const text = cutAtWord(
    answer.text,
    (options.maxOutputTokens ?? Number.POSITIVE_INFINITY) * CHARACTERS_PER_TOKEN,
  );
  const inputTokens = Math.ceil(promptLength / CHARACTERS_PER_TOKEN);
  const outputTokens = Math.ceil(text.length / CHARACTERS_PER_TOKEN);
  return {
    words: text.match(/\s*\S+\s*$|\s*\S+/g) ?? [],
    finishReason: { unified: text === answer.text ? "stop" : "length", raw: undefined },
    usage: {
      inputTokens: { total: inputTokens, noCache: inputTokens, cacheRead: 0, cacheWrite: 0 },
      outputTokens: { total: outputTokens, text: outputTokens, reasoning: 0 },
    },
    providerMetadata: { parapet: { citedSentences: answer.citedSentences.map((cited) => ({ ...cited })) } },
  };
}

function cutAtWord(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : text.slice(0, maxLength + 1).replace(/\s*\S*$/, "");
}

/** Word by word, as fast as it is read. */
function streamReply({ words, ...result }: Reply, signal: AbortSignal | undefined): ReadableStream<Part> {
  const parts = toParts(words, result);
  return new ReadableStream<Part>({
    pull(controller) {
      if (signal?.aborted) return controller.error(signal.reason);
      const next = parts.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
}

function* toParts(words: readonly string[], result: Omit<Reply, "words">): Generator<Part, void> {
  yield { type: "stream-start", warnings: [] };
  yield { type: "response-metadata", modelId: ID };
  yield { type: "text-start", id: ID };
  for (const delta of words) yield { type: "text-delta", id: ID, delta };
  yield { type: "text-end", id: ID };
  yield { type: "finish", ...result };
}
