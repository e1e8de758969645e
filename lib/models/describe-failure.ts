import "server-only";
import { APICallError } from "@ai-sdk/provider";

/** Why an attempt gave no whole answer; stable codes for records, filters and tests. */
export const failureCodes = [
  "auth",
  "rate_limited",
  "bad_request",
  "provider_error",
  "network",
  "malformed",
  "refused",
  "empty",
  "interrupted",
  "first_content_timeout",
  "idle_timeout",
  "total_timeout",
  "stopped",
] as const;

export type FailureCode = (typeof failureCodes)[number];

export type Failure = { readonly code: FailureCode; readonly message: string };

/** Thrown into a call to end it, carrying why. */
export class AttemptAborted extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.name = "AttemptAborted";
    this.code = code;
  }
}

const MAX_MESSAGE_LENGTH = 500;

/** Turns whatever a provider's call threw into a code and a bounded message for the record (not for people). */
export function describeFailure(error: unknown): Failure {
  const message = messageOf(error).slice(0, MAX_MESSAGE_LENGTH);
  if (error instanceof AttemptAborted) return { code: error.code, message };
  return { code: codeOf(error), message };
}

function codeOf(error: unknown): FailureCode {
  if (APICallError.isInstance(error)) {
    // A good status with a fault behind it: the connection broke, or what came could not be read.
    if (error.cause instanceof TypeError) return "network";
    return error.statusCode === undefined ? "network" : codeOfStatus(error.statusCode);
  }
  if (!(error instanceof Error)) return "provider_error";
  if (error.name.startsWith("AI_")) return "malformed";
  return error instanceof TypeError || "code" in error ? "network" : "provider_error";
}

function codeOfStatus(status: number): FailureCode {
  if (status < 400) return "malformed";
  if (status === 401 || status === 403) return "auth";
  if (status === 429) return "rate_limited";
  return status < 500 ? "bad_request" : "provider_error";
}

function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  return typeof error === "string" ? error : (JSON.stringify(error) ?? String(error));
}
