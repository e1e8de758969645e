import { strings } from "@/lib/config/strings";
import { type ErrorCode, statusByCode } from "@/lib/protocol/error-codes";

/** The server said no before it sent any part of an answer. Its message is a sentence for the person who asked. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly retryAfterSeconds: number | undefined;
  /** The turn that keeps the record of the refusal, where there is one. */
  readonly turnId: string | undefined;

  constructor(code: ErrorCode, message: string, details: Pick<Refusal, "retryAfterSeconds" | "turnId">) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.turnId = details.turnId;
  }
}

/** Reads a response that is not ok. One that did not come from our server gets a code by its status. */
export async function readRefusal(response: Response): Promise<Refusal> {
  const body = parseBody(await response.text());
  const code = body.code ?? codeOfStatus(response.status);
  return new Refusal(code, body.message ?? strings.errors.byCode[code], {
    retryAfterSeconds: readRetryAfter(response.headers),
    turnId: body.turnId,
  });
}

function parseBody(text: string): { code?: ErrorCode; message?: string; turnId?: string } {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return {};
  }
  if (typeof body !== "object" || body === null) return {};
  return {
    ...("code" in body && isErrorCode(body.code) && { code: body.code }),
    ...("message" in body &&
      typeof body.message === "string" &&
      body.message !== "" && { message: body.message }),
    ...("turnId" in body && typeof body.turnId === "string" && { turnId: body.turnId }),
  };
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && Object.hasOwn(statusByCode, value);
}

function codeOfStatus(status: number): ErrorCode {
  const codes = Object.keys(statusByCode).filter(isErrorCode);
  return codes.find((code) => statusByCode[code] === status) ?? "internal";
}

/** Seconds from a Retry-After header, which is a number or a date. */
function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (value === undefined || value === "") return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : undefined;
}
