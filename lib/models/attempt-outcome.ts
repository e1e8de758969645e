import "server-only";
import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { countPromptTokens } from "./count-prompt-tokens";
import { countTokens } from "./count-tokens";
import type { Failure } from "./describe-failure";
import type { CalledSpec, ModelSpec } from "./model-spec";
import { costOf } from "./price";
import type { Recording } from "./recording-fetch";
import { noUsage, type TokenUsage } from "./usage";

/** A call that has begun. */
export type StartedAttempt = {
  readonly id: string;
  readonly spec: CalledSpec;
  readonly startedAt: Date;
  readonly maxOutputTokens: number;
  readonly temperature: number | null;
  readonly seed: number | null;
};

/** A call that has ended, in whatever way. `durationMs` and `firstContentMs` count from its start. */
export type EndedAttempt = StartedAttempt & {
  readonly failure: Failure | null;
  readonly usage: TokenUsage;
  readonly usageEstimated: boolean;
  readonly costNanos: bigint;
  readonly finishReason: string | null;
  readonly modelAnswered: string | null;
  readonly providerResponseId: string | null;
  readonly providerMetadata: unknown;
  readonly firstContentMs: number | null;
  readonly durationMs: number;
  readonly recording: Recording;
};

/** Who wants to know of calls: the record, and whoever settles the money. Must not throw. */
export type AttemptObserver = {
  onStart(attempt: StartedAttempt): void;
  /** The request is about to leave this process; not called by models that need no network. */
  onSend(attempt: StartedAttempt, recording: Recording): void;
  onEnd(attempt: EndedAttempt): void;
};

/**
 * What a call is charged: the provider's own figures, else ours. A call that the provider answered with an error, or
 * that never reached it, costs nothing; one that was cut off costs its input and what had arrived.
 */
export function chargeFor(
  spec: ModelSpec,
  reported: TokenUsage | null,
  failure: Failure | null,
  options: LanguageModelV4CallOptions,
  received: string,
): { usage: TokenUsage; usageEstimated: boolean; costNanos: bigint } {
  if (reported !== null)
    return { usage: reported, usageEstimated: false, costNanos: costOf(reported, spec.price) };
  if (failure !== null && isUnbilled(failure) && received === "") {
    return { usage: noUsage, usageEstimated: false, costNanos: 0n };
  }
  const usage = {
    ...noUsage,
    inputUncached: countPromptTokens(options.prompt),
    outputText: countTokens(received),
  };
  return { usage, usageEstimated: true, costNanos: costOf(usage, spec.price) };
}

const unbilledCodes: ReadonlySet<string> = new Set([
  "auth",
  "rate_limited",
  "bad_request",
  "provider_error",
  "network",
]);

function isUnbilled(failure: Failure): boolean {
  return unbilledCodes.has(failure.code);
}
