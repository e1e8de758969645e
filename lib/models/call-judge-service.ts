import "server-only";
import { APICallError } from "@ai-sdk/provider";
import { z } from "zod";
import { judgeServiceLimits } from "@/lib/config/guardrails-input";
import type { AttemptObserver, StartedAttempt } from "./attempt-outcome";
import { AttemptAborted, describeFailure, type Failure } from "./describe-failure";
import type { CalledSpec } from "./model-spec";
import { emptyRecording, type Recording, recordInto, recordingFetch } from "./recording-fetch";
import { noUsage } from "./usage";

/** Who is told of a call, and what ends it early. */
export type JudgeCall = {
  readonly observer: AttemptObserver;
  readonly newAttemptId: () => string;
  readonly signal: AbortSignal;
};

type Service<T> = {
  readonly spec: CalledSpec;
  readonly url: string;
  /** Sent as a bearer token when there is one. */
  readonly key: string | undefined;
  readonly schema: z.ZodType<T>;
  /** The model that says it has answered. */
  readonly modelAnswered: (answer: T) => string | null;
};

/**
 * Posts JSON to a service that judges and reads its answer, within the time and size of `judgeServiceLimits`. It is on
 * record like any other call; it costs nothing.
 * @throws Error when the call fails or the answer is not what the schema says
 */
export async function callJudgeService<T>(service: Service<T>, body: unknown, call: JudgeCall): Promise<T> {
  const { observer, newAttemptId } = call;
  const { spec, modelAnswered } = service;
  const startedAt = new Date();
  const settings = { maxOutputTokens: 0, temperature: null, seed: null };
  const started: StartedAttempt = { id: newAttemptId(), spec, startedAt, ...settings };
  const recording = emptyRecording();
  const startMs = performance.now();
  let failure: Failure | null = null;
  let answer: T | null = null;
  observer.onStart(started);
  try {
    const onSend = () => observer.onSend(started, recording);
    answer = await post(service, JSON.stringify(body), call.signal, recording, onSend);
    return answer;
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
      modelAnswered: answer === null ? null : modelAnswered(answer),
      providerResponseId: null,
      providerMetadata: null,
      firstContentMs: null,
      durationMs: Math.round(performance.now() - startMs),
    });
  }
}

async function post<T>(
  { url, key, schema, spec }: Service<T>,
  body: string,
  caller: AbortSignal,
  recording: Recording,
  onSend: () => void,
): Promise<T> {
  const { timeoutMs } = judgeServiceLimits;
  const timeout = AbortSignal.timeout(timeoutMs);
  const failed = (statusCode: number, message: string): APICallError =>
    new APICallError({ message: `${spec.label} ${message}`, url, statusCode, requestBodyValues: {} });
  try {
    const headers = {
      "content-type": "application/json",
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    };
    const signal = AbortSignal.any([caller, timeout]);
    // A redirect would hand the text to an address that nobody configured.
    const init = { method: "POST", headers, body, signal, redirect: "error" } as const;
    const response = await recordInto(recording, onSend, () => recordingFetch(url, init));
    const text = await readBounded(response);
    if (!response.ok) throw failed(response.status, `answered ${response.status}.`);
    const parsed = schema.safeParse(parseJson(text));
    if (!parsed.success) throw failed(response.status, `cannot be read: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  } catch (error) {
    if (caller.aborted) throw new AttemptAborted("stopped", "The answer was stopped.");
    if (timeout.aborted) throw new AttemptAborted("total_timeout", `No end within ${timeoutMs} ms.`);
    throw error;
  }
}

async function readBounded(response: Response): Promise<string> {
  const { maxAnswerBytes } = judgeServiceLimits;
  const chunks: Uint8Array[] = [];
  let receivedBytes = 0;
  for await (const chunk of response.body ?? []) {
    receivedBytes += chunk.byteLength;
    if (receivedBytes > maxAnswerBytes)
      throw new AttemptAborted("malformed", `The answer is longer than ${maxAnswerBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Undefined fits no schema, so what is no JSON is refused as what has the wrong shape. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
