import type { ServerResponse } from "node:http";
import { z } from "zod";
import { controlSchema } from "./behaviour/control-schema";
import { sendJson, sendText } from "./playing/exchange";
import { readJson } from "./read-json";
import type { Simulator } from "./simulator";
import { usageText } from "./usage-text";

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly bodyText: string;
};

/** Answers what is asked of the simulator itself rather than of the providers it plays. Returns whether it was. */
export function answerOwnRoute(simulator: Simulator, asked: Asked, response: ServerResponse): boolean {
  const { method, path, query, bodyText } = asked;
  switch (`${method} ${path}`) {
    case "GET /":
      sendText(
        response,
        200,
        "text/plain; charset=utf-8",
        usageText(`http://127.0.0.1:${response.socket?.localPort}`),
      );
      return true;
    case "GET /control":
      sendJson(response, 200, simulator.behaviours.describe());
      return true;
    case "POST /control":
      control(simulator, bodyText, response);
      return true;
    case "GET /stats":
      sendJson(response, 200, simulator.calls.stats());
      return true;
    case "DELETE /stats":
      simulator.calls.clear();
      sendJson(response, 200, simulator.calls.stats());
      return true;
    case "GET /requests": {
      const last = Number(new URLSearchParams(query).get("last") ?? 20);
      const requests = simulator.calls.requests(Number.isInteger(last) ? last : 20);
      sendJson(response, 200, {
        requests: requests.map((call) => ({ ...call, body: readJson(call.bodyText) ?? null })),
      });
      return true;
    }
    default:
      return false;
  }
}

function control(simulator: Simulator, bodyText: string, response: ServerResponse): void {
  const body = readJson(bodyText);
  const parsed = controlSchema.safeParse(body);
  if (body === undefined) sendJson(response, 400, { error: "The body is not JSON." });
  else if (!parsed.success) sendJson(response, 400, { error: z.prettifyError(parsed.error) });
  else {
    simulator.behaviours.apply(parsed.data);
    sendJson(response, 200, simulator.behaviours.describe());
  }
}
