import "server-only";
import { getLogger } from "@/lib/config/logger";
import { type AttemptPurpose, type AttemptRow, type AttemptStatus, saveAttempt } from "@/lib/db/attempts";
import { compress } from "@/lib/db/compression";
import type { AttemptObserver, EndedAttempt, StartedAttempt } from "@/lib/models/attempt-outcome";
import type { FailureCode } from "@/lib/models/describe-failure";
import { priceSnapshot } from "@/lib/models/price";
import { emptyRecording, type Recording } from "@/lib/models/recording-fetch";
import { noUsage } from "@/lib/models/usage";

type Owner = { readonly turnId: string | null; readonly tenantId: string; readonly purpose: AttemptPurpose };

/**
 * Keeps the calls of a turn on record: each when it leaves, so that a crash leaves what was sent, and again when it
 * has ended. Writing goes on beside the answer; `settled` waits for it.
 */
export class AttemptLog implements AttemptObserver {
  readonly ended: EndedAttempt[] = [];
  /** The attempt that was begun last: the one that answers, once there is content. */
  latest: StartedAttempt | undefined;
  private readonly owner: Owner;
  private writes: Promise<void> = Promise.resolve();

  constructor(owner: Owner) {
    this.owner = owner;
  }

  onStart(attempt: StartedAttempt): void {
    this.latest = attempt;
  }

  onSend(attempt: StartedAttempt, recording: Recording): void {
    this.save(() => toRow(this.owner, unfinished(attempt, recording), "RUNNING"));
  }

  onEnd(attempt: EndedAttempt): void {
    this.ended.push(attempt);
    this.save(() => toRow(this.owner, attempt, statusOf(attempt.failure?.code)));
  }

  /** Resolves when all that was told so far is stored. */
  settled(): Promise<void> {
    return this.writes;
  }

  /** One after the other: the end of an attempt must not be overwritten by its beginning. */
  private save(row: () => Promise<AttemptRow>): void {
    this.writes = this.writes
      .then(row)
      .then(saveAttempt)
      .catch((error: unknown) =>
        getLogger().error({ error, turnId: this.owner.turnId }, "attempt could not be stored"),
      );
  }
}

function unfinished(attempt: StartedAttempt, recording: Recording): EndedAttempt {
  return {
    ...attempt,
    recording,
    failure: null,
    usage: noUsage,
    usageEstimated: true,
    costNanos: 0n,
    finishReason: null,
    modelAnswered: null,
    providerResponseId: null,
    providerMetadata: null,
    firstContentMs: null,
    durationMs: 0,
  };
}

function statusOf(code: FailureCode | undefined): AttemptStatus {
  if (code === undefined) return "SUCCEEDED";
  if (code.endsWith("_timeout")) return "TIMED_OUT";
  return code === "stopped" ? "STOPPED" : "FAILED";
}

async function toRow(owner: Owner, attempt: EndedAttempt, status: AttemptStatus): Promise<AttemptRow> {
  const { spec, usage } = attempt;
  const recording = attempt.recording ?? emptyRecording();
  const response = Buffer.concat(recording.responseChunks);
  return {
    ...owner,
    id: attempt.id,
    status,
    provider: spec.provider,
    modelRequested: spec.model,
    modelAnswered: attempt.modelAnswered,
    fingerprint: findFingerprint(response),
    providerResponseId: attempt.providerResponseId,
    temperature: attempt.temperature,
    seed: attempt.seed,
    maxOutputTokens: attempt.maxOutputTokens,
    finishReason: attempt.finishReason,
    errorCode: attempt.failure?.code ?? null,
    errorMessage: attempt.failure?.message.replaceAll("\0", "").toWellFormed() ?? null,
    requestUrl: recording.requestUrl,
    requestHeaders: recording.requestHeaders,
    requestBody: await compressedRequest(recording),
    responseStatus: recording.responseStatus,
    responseHeaders: recording.responseHeaders,
    responseBody: response.byteLength === 0 ? null : await compress(response),
    inputUncachedTokens: usage.inputUncached,
    inputCacheReadTokens: usage.inputCacheRead,
    inputCacheWriteTokens: usage.inputCacheWrite,
    outputTextTokens: usage.outputText,
    outputReasoningTokens: usage.outputReasoning,
    usageEstimated: attempt.usageEstimated,
    price: priceSnapshot(spec.price),
    costNanos: attempt.costNanos,
    firstContentMs: attempt.firstContentMs,
    durationMs: status === "RUNNING" ? null : attempt.durationMs,
    startedAt: attempt.startedAt,
  };
}

const compressedRequests = new WeakMap<Recording, Promise<Buffer>>();

/** The request is stored twice, when it leaves and when the call has ended, and compressed once. */
async function compressedRequest(recording: Recording): Promise<Buffer | null> {
  if (recording.requestBody === null) return null;
  const compressed = compressedRequests.get(recording) ?? compress(Buffer.from(recording.requestBody));
  compressedRequests.set(recording, compressed);
  return compressed;
}

/** OpenAI and servers like it say in every event which build of the model answered; the SDK does not hand it on. */
function findFingerprint(response: Buffer): string | null {
  const at = response.indexOf('"system_fingerprint":"');
  if (at < 0) return null;
  const start = at + '"system_fingerprint":"'.length;
  const end = response.indexOf('"', start);
  return end < 0 ? null : response.toString("utf8", start, end);
}
