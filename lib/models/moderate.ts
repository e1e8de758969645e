import "server-only";
import { z } from "zod";
import { getEnv } from "@/lib/config/env";
import type { AttemptObserver, StartedAttempt } from "./attempt-outcome";
import { describeFailure, type Failure } from "./describe-failure";
import { getModel } from "./get-chain";
import { emptyRecording, recordInto, recordingFetch } from "./recording-fetch";
import { noUsage } from "./usage";

const MODERATION_MODEL = "openai/omni-moderation-latest";
const DEFAULT_BASE_URL = "https://api.openai.com/v1";

const responseSchema = z.object({
  results: z.array(z.object({ category_scores: z.record(z.string(), z.number()) })).min(1),
});

type Call = {
  readonly observer: AttemptObserver;
  readonly newAttemptId: () => string;
  readonly signal: AbortSignal;
};

/**
 * OpenAI's moderation of a text: scores from 0 to 1 by category. It is on record like any other call; it costs nothing.
 * @throws Error when the key is missing, the call fails, or the answer can't be read
 */
export async function moderate(
  text: string,
  { observer, newAttemptId, signal }: Call,
): Promise<{ scores: Readonly<Record<string, number>>; costNanos: bigint }> {
  const spec = getModel(MODERATION_MODEL);
  const started: StartedAttempt = {
    id: newAttemptId(),
    spec,
    startedAt: new Date(),
    maxOutputTokens: 0,
    temperature: null,
    seed: null,
  };
  const recording = emptyRecording();
  const startMs = performance.now();
  let failure: Failure | null = null;
  observer.onStart(started);
  try {
    const { OPENAI_API_KEY, OPENAI_BASE_URL = DEFAULT_BASE_URL } = getEnv();
    const onSend = () => observer.onSend(started, recording);
    const response = await recordInto(recording, onSend, () =>
      recordingFetch(`${OPENAI_BASE_URL}/moderations`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${OPENAI_API_KEY}` },
        body: JSON.stringify({ model: spec.model, input: text }),
        signal,
      }),
    );
    if (!response.ok) throw new Error(`The moderation service answered ${response.status}.`);
    const [result] = responseSchema.parse(await response.json()).results;
    return { scores: result?.category_scores ?? {}, costNanos: 0n };
  } catch (error) {
    failure = describeFailure(error);
    throw error;
  } finally {
    observer.onEnd({
      ...started,
      failure,
      recording,
      usage: noUsage,
      usageEstimated: false,
      costNanos: 0n,
      finishReason: null,
      modelAnswered: spec.model,
      providerResponseId: null,
      providerMetadata: null,
      firstContentMs: null,
      durationMs: Math.round(performance.now() - startMs),
    });
  }
}
