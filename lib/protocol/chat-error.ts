import { type ErrorCode, statusByCode } from "./error-codes";

type Details = {
  /** How long the client should wait before it asks again; becomes the Retry-After header. */
  readonly retryAfterSeconds?: number;
  /** The turn that keeps the record of the refusal, where there is one. */
  readonly turnId?: string;
  readonly cause?: unknown;
};

/**
 * The one error whose message a person may read. Whatever else is thrown is a fault of ours: it is logged whole and
 * answered as `internal` without a word of it.
 */
export class ChatError extends Error {
  readonly code: ErrorCode;
  readonly retryAfterSeconds: number | undefined;
  readonly turnId: string | undefined;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.name = "ChatError";
    this.code = code;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.turnId = details.turnId;
  }

  get status(): number {
    return statusByCode[this.code];
  }
}
