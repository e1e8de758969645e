import "server-only";
import { getLogger } from "@/lib/config/logger";
import { sentences } from "@/lib/config/sentences";
import { ChatError } from "@/lib/protocol/chat-error";
import { statusByCode } from "@/lib/protocol/error-codes";
import { assertSameOrigin } from "./assert-same-origin";

type Handler<Arguments extends unknown[]> = (request: Request, ...rest: Arguments) => Promise<Response>;

/**
 * Makes a route of a function that may throw: a ChatError becomes its status and sentence, anything else a 500 that
 * says nothing of what happened.
 */
export function handle<Arguments extends unknown[]>(run: Handler<Arguments>): Handler<Arguments> {
  return async (request, ...rest) => {
    try {
      if (request.method !== "GET") assertSameOrigin(request);
      return await run(request, ...rest);
    } catch (error) {
      return error instanceof ChatError ? refuse(error) : fail(error, request);
    }
  };
}

function refuse(error: ChatError): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  if (error.retryAfterSeconds !== undefined) headers.set("retry-after", String(error.retryAfterSeconds));
  if (error.turnId !== undefined) headers.set("x-turn-id", error.turnId);
  const { code, message, turnId } = error;
  const body = { code, message, ...(turnId !== undefined && { turnId }) };
  return Response.json(body, { status: error.status, headers });
}

function fail(error: unknown, request: Request): Response {
  getLogger().error({ error, method: request.method, path: new URL(request.url).pathname }, "request failed");
  const body = { code: "internal", message: sentences.internal };
  return Response.json(body, { status: statusByCode.internal, headers: { "cache-control": "no-store" } });
}
