import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Address, findAddress } from "./address";
import { answerCall } from "./answer-call";
import { redactHeaders } from "./calls/redact-headers";
import { writeErrorOf } from "./formats/write-error-of";
import { answerOwnRoute } from "./own-routes";
import { sendJson } from "./playing/exchange";
import { readBody } from "./read-body";
import { readJson } from "./read-json";
import type { Simulator } from "./simulator";

/** Answers every request to the simulator: its own routes, and those of the providers it plays. */
export async function handleRequest(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "GET" } = request;
  const [path = "/", query = ""] = (request.url ?? "/").split("?", 2);
  const address = findAddress(path);
  const isAnthropic =
    address?.endpoint === "messages" ||
    (address?.endpoint === "models" && "anthropic-version" in request.headers);
  const writeError = writeErrorOf(address, isAnthropic);
  const requestId = randomUUID().replaceAll("-", "");
  response.setHeader(isAnthropic ? "request-id" : "x-request-id", `req_${requestId}`);

  const bodyText = await readBody(request);
  if (bodyText === null)
    sendJson(response, 413, writeError(413, { message: "The body is too large." }, requestId));
  else if (address)
    play(simulator, { address, isAnthropic, requestId, bodyText, method, path, request }, response);
  else if (!answerOwnRoute(simulator, { method, path, query, bodyText }, response)) {
    const message = `Unknown request URL: ${method} ${path}.`;
    sendJson(response, 404, writeError(404, { message }, requestId));
  }
}

type Arrived = {
  readonly address: Address;
  readonly isAnthropic: boolean;
  readonly requestId: string;
  readonly bodyText: string;
  readonly method: string;
  readonly path: string;
  readonly request: IncomingMessage;
};

function play(simulator: Simulator, arrived: Arrived, response: ServerResponse): void {
  const { address, method, bodyText, requestId, isAnthropic, path, request } = arrived;
  const { target, endpoint } = address;
  const body = readJson(bodyText);
  const model = readModel(body) ?? "(none)";
  const settle = simulator.calls.open({
    target,
    endpoint,
    model,
    path,
    headers: redactHeaders(request.headers),
    bodyText,
  });
  const behaviour = simulator.behaviours.lookUp(target, endpoint, model);
  const exchange = { response, requestId, pacer: simulator.pacer, settle };
  answerCall(exchange, { address, method, body, isAnthropic }, behaviour);
}

function readModel(body: unknown): string | null {
  const isObject = typeof body === "object" && body !== null && "model" in body;
  return isObject && typeof body.model === "string" ? body.model.slice(0, 200) : null;
}
