import "server-only";
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import { Attempt, type AttemptTimeouts } from "./attempt";
import type { AttemptObserver } from "./attempt-outcome";
import type { Failure } from "./describe-failure";
import type { ModelSpec } from "./model-spec";

type Part = LanguageModelV4StreamPart;

export type Chain = {
  /** First is tried first. */
  readonly links: readonly ModelSpec[];
  readonly timeouts: AttemptTimeouts;
  readonly observer: AttemptObserver;
  readonly newAttemptId: () => string;
};

/** No link of a chain gave any content. */
export class ChainExhausted extends Error {
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[]) {
    super(`No model answered: ${failures.map((failure) => failure.code).join(", ")}.`);
    this.name = "ChainExhausted";
    this.failures = failures;
  }
}

/** A local answerer is quick and must get its chance even when the others have used up the time. */
const MIN_ATTEMPT_MS = 1_000;

const unknownUsage: LanguageModelV4Usage = {
  inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: undefined, text: undefined, reasoning: undefined },
};

/**
 * A chain of models that is itself a model. A link that refuses, fails, or stays silent past its first-content timeout
 * is given up and the next one is asked; once a link has given content, the answer is its own, and a break in
 * mid-answer is an `error` part followed by a `finish` that says "interrupted".
 *
 * `doStream` throws ChainExhausted when no link gave content.
 */
export function createChainModel(chain: Chain): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider: "parapet",
    modelId: "chain",
    supportedUrls: {},
    doStream: async (options) => ({ stream: await openChain(chain, options) }),
    doGenerate: async (options) => collect(await openChain(chain, options)),
  };
}

async function openChain(chain: Chain, options: LanguageModelV4CallOptions): Promise<ReadableStream<Part>> {
  const deadlineMs = performance.now() + chain.timeouts.totalTimeoutMs;
  const failures: Failure[] = [];
  for (const spec of chain.links) {
    const totalTimeoutMs = Math.max(MIN_ATTEMPT_MS, deadlineMs - performance.now());
    const attempt = new Attempt(
      chain.newAttemptId(),
      spec,
      options,
      { ...chain.timeouts, totalTimeoutMs },
      chain.observer,
    );
    const opening = await attempt.open();
    if (opening !== null) return continueWith(attempt, opening);
    if (attempt.failure !== null) failures.push(attempt.failure);
    if (options.abortSignal?.aborted) break;
  }
  throw new ChainExhausted(failures);
}

function continueWith(attempt: Attempt, opening: readonly Part[]): ReadableStream<Part> {
  return new ReadableStream<Part>(
    {
      start(controller) {
        for (const part of opening) controller.enqueue(part);
      },
      async pull(controller) {
        const part = await attempt.next();
        if (part !== null) return controller.enqueue(part);
        if (attempt.failure !== null) {
          controller.enqueue({ type: "error", error: attempt.failure });
          const finishReason = { unified: "interrupted", raw: undefined } as const;
          controller.enqueue({ type: "finish", finishReason, usage: unknownUsage });
        }
        controller.close();
      },
      cancel: () => attempt.cancel("stopped", "The answer was cut off."),
    },
    { highWaterMark: 0 },
  );
}

async function collect(stream: ReadableStream<Part>): Promise<LanguageModelV4GenerateResult> {
  let text = "";
  for await (const part of stream) {
    if (part.type === "text-delta") text += part.delta;
    if (part.type === "error") throw new ChainExhausted([part.error as Failure]);
    if (part.type === "finish") {
      const { finishReason, usage } = part;
      return { content: [{ type: "text", text }], finishReason, usage, warnings: [] };
    }
  }
  throw new ChainExhausted([]);
}
