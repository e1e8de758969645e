import "server-only";
import type { LanguageModelV4CallOptions, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { type AttemptObserver, chargeFor, type StartedAttempt } from "./attempt-outcome";
import { AttemptAborted, describeFailure, type Failure, type FailureCode } from "./describe-failure";
import { isRefusal } from "./detect-refusal";
import { getModelOf } from "./get-model-of";
import type { ModelSpec } from "./model-spec";
import { emptyRecording, recordInto } from "./recording-fetch";
import { normaliseUsage, type TokenUsage } from "./usage";
import { withoutImages } from "./without-images";

export type AttemptTimeouts = {
  readonly firstContentTimeoutMs: number;
  readonly idleTimeoutMs: number;
  /** What is left of the whole answer's time. */
  readonly totalTimeoutMs: number;
};

type Part = LanguageModelV4StreamPart;

/**
 * One streaming call to one model. It ends by itself: with the stream, at a timeout, or when the caller's signal
 * aborts; whichever it is, the observer is told once, with what the call cost.
 */
export class Attempt {
  readonly started: StartedAttempt & { readonly spec: ModelSpec };
  failure: Failure | null = null;

  private readonly observer: AttemptObserver;
  private readonly options: LanguageModelV4CallOptions;
  private readonly timeouts: AttemptTimeouts;
  private readonly recording = emptyRecording();
  private readonly abort = new AbortController();
  private readonly startMs = performance.now();
  private reader: ReadableStreamDefaultReader<Part> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private totalTimer: NodeJS.Timeout | undefined;
  private ended = false;
  private received: string[] = [];
  private reported: TokenUsage | null = null;
  private finishReason: string | null = null;
  private modelAnswered: string | null = null;
  private providerResponseId: string | null = null;
  private providerMetadata: unknown = null;
  private firstContentMs: number | null = null;

  constructor(
    id: string,
    spec: ModelSpec,
    options: LanguageModelV4CallOptions,
    timeouts: AttemptTimeouts,
    observer: AttemptObserver,
  ) {
    this.started = {
      id,
      spec,
      startedAt: new Date(),
      maxOutputTokens: options.maxOutputTokens ?? 0,
      temperature: spec.temperature ?? null,
      seed: options.seed ?? null,
    };
    this.options = spec.takesImages ? options : { ...options, prompt: withoutImages(options.prompt) };
    this.timeouts = timeouts;
    this.observer = observer;
  }

  /**
   * Makes the call and reads up to its first content.
   * @returns the parts read so far, the last of them content; null when there is none, `failure` says why
   */
  async open(): Promise<Part[] | null> {
    this.observer.onStart(this.started);
    const { abortSignal } = this.options;
    if (abortSignal?.aborted) this.onCallerAbort();
    else abortSignal?.addEventListener("abort", this.onCallerAbort, { once: true });
    this.totalTimer = this.startTimer("total_timeout", this.timeouts.totalTimeoutMs);
    this.timer = this.startTimer("first_content_timeout", this.timeouts.firstContentTimeoutMs);
    try {
      await this.connect();
      const parts: Part[] = [];
      for (let part = await this.next(); part !== null; part = await this.next()) {
        parts.push(part);
        if (!isContent(part)) continue;
        if (!isRefusal(this.started.spec.provider, this.recording.responseChunks)) return parts;
        this.fail(refusal);
      }
    } catch (error) {
      this.fail(describeFailure(error));
    }
    return null;
  }

  /** The next part, null at the end; never throws: a call that breaks ends, and `failure` says why. */
  async next(): Promise<Part | null> {
    if (this.ended) return null;
    try {
      const { done, value } = await (this.reader?.read() ??
        Promise.reject(new Error("The attempt is not open.")));
      if (this.abort.signal.aborted) throw this.abort.signal.reason;
      if (done) throw new AttemptAborted("interrupted", "The stream ended before the answer did.");
      if (value.type === "error") throw value.error;
      this.note(value);
      return this.failure === null ? value : null;
    } catch (error) {
      const cause = this.abort.signal.aborted ? this.abort.signal.reason : error;
      this.fail(describeFailure(cause));
      return null;
    }
  }

  /** Ends a call that is no longer wanted. */
  cancel(code: FailureCode, message: string): void {
    this.abortWith(code, message);
    this.fail({ code, message });
  }

  private async connect(): Promise<void> {
    const { spec } = this.started;
    const onSend = (): void => this.observer.onSend(this.started, this.recording);
    const options = {
      ...this.options,
      abortSignal: this.abort.signal,
      ...(spec.temperature !== undefined && { temperature: spec.temperature }),
      ...(spec.reasoning !== undefined && { reasoning: spec.reasoning }),
    };
    const call = recordInto(this.recording, onSend, async () => getModelOf(spec).doStream(options));
    const aborted = new Promise<never>((_, reject) => {
      this.abort.signal.addEventListener("abort", () => reject(this.abort.signal.reason), { once: true });
    });
    // A call that settles after it was given up must not become an unhandled rejection.
    call.catch(() => undefined);
    aborted.catch(() => undefined);
    this.abort.signal.throwIfAborted();
    const { stream } = await Promise.race([call, aborted]);
    this.reader = stream.getReader();
  }

  private note(part: Part): void {
    this.timer?.refresh();
    if (isContent(part)) {
      if (this.firstContentMs === null) {
        this.firstContentMs = performance.now() - this.startMs;
        clearTimeout(this.timer);
        this.timer = this.startTimer("idle_timeout", this.timeouts.idleTimeoutMs);
      }
      if ("delta" in part) this.received.push(part.delta);
    } else if (part.type === "response-metadata") {
      this.modelAnswered = part.modelId ?? null;
      this.providerResponseId = part.id ?? null;
    } else if (part.type === "finish") {
      this.noteFinish(part);
    }
  }

  private noteFinish(part: Extract<Part, { type: "finish" }>): void {
    this.reported = normaliseUsage(part.usage);
    this.finishReason = part.finishReason.unified;
    this.providerMetadata = part.providerMetadata ?? null;
    const unified = part.finishReason.unified;
    const spoke = this.firstContentMs !== null;
    this.end(spoke ? interruptionBy(unified) : silenceOf(unified));
  }

  private startTimer(code: FailureCode, delayMs: number): NodeJS.Timeout {
    return setTimeout(
      () => this.abortWith(code, `No ${code === "total_timeout" ? "end" : "content"} within ${delayMs} ms.`),
      delayMs,
    );
  }

  private readonly onCallerAbort = (): void => this.abortWith("stopped", "The answer was stopped.");

  private abortWith(code: FailureCode, message: string): void {
    if (this.ended) return;
    this.abort.abort(new AttemptAborted(code, message));
    // Whatever a model makes of the signal, a read that waits ends now.
    this.reader?.cancel().catch(() => undefined);
  }

  private fail(failure: Failure): void {
    if (this.ended) return;
    if (!this.abort.signal.aborted) {
      this.abort.abort(new AttemptAborted(failure.code, failure.message));
      this.reader?.cancel().catch(() => undefined);
    }
    this.end(failure);
  }

  private end(failure: Failure | null): void {
    if (this.ended) return;
    this.ended = true;
    this.failure = failure;
    clearTimeout(this.timer);
    clearTimeout(this.totalTimer);
    this.options.abortSignal?.removeEventListener("abort", this.onCallerAbort);
    this.observer.onEnd({
      ...this.started,
      ...chargeFor(this.started.spec, this.reported, failure, this.options, this.received.join("")),
      failure,
      finishReason: this.finishReason,
      modelAnswered: this.modelAnswered,
      providerResponseId: this.providerResponseId,
      providerMetadata: this.providerMetadata,
      firstContentMs: this.firstContentMs === null ? null : Math.round(this.firstContentMs),
      durationMs: Math.round(performance.now() - this.startMs),
      recording: this.recording,
    });
  }
}

const refusal: Failure = { code: "refused", message: "The model refused to answer." };

function isContent(part: Part): boolean {
  return (
    ((part.type === "text-delta" || part.type === "reasoning-delta") && part.delta !== "") ||
    part.type === "tool-call" ||
    part.type === "tool-input-start"
  );
}

/** A finish after content that says that it isn't one. */
function interruptionBy(reason: string): Failure | null {
  if (reason !== "error" && reason !== "interrupted") return null;
  return { code: "interrupted", message: `The model ended with "${reason}".` };
}

/** A finish without any content. */
function silenceOf(reason: string): Failure {
  return reason === "content-filter"
    ? refusal
    : { code: "empty", message: `The model said nothing (${reason}).` };
}
