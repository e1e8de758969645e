import type { Fault } from "@/scripts/provider/behaviour/fault";
import type { WireFormat } from "@/scripts/provider/formats/wire-format";
import type { Exchange } from "./exchange";
import { sendJson, sendText } from "./exchange";

/** Real ones always send it with a 429. */
const DEFAULT_RETRY_AFTER_SECONDS = 1;

/** Acts on a fault that leaves no room for an answer. Returns whether it was one. */
export function breakEarly(
  exchange: Exchange,
  fault: Fault | null,
  writeError: WireFormat["writeError"],
): boolean {
  const { response, settle, requestId } = exchange;
  switch (fault?.kind) {
    case "status": {
      const { status, retryAfterSeconds = status === 429 ? DEFAULT_RETRY_AFTER_SECONDS : null } = fault;
      if (retryAfterSeconds !== null) response.setHeader("retry-after", String(retryAfterSeconds));
      settle({ outcome: "failed", status });
      sendJson(response, status, writeError(status, fault, requestId));
      return true;
    }
    case "html":
      settle({ outcome: "failed", status: 200 });
      sendText(
        response,
        200,
        "text/html; charset=utf-8",
        "<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>",
      );
      return true;
    case "hang":
      if (typeof fault.at === "number") return false;
      // The call stays open, and counted as running, until the client gives up.
      response.once("close", () => settle({ outcome: "aborted", status: response.headersSent ? 200 : null }));
      if (fault.at === "after-headers") {
        response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
        response.flushHeaders();
      }
      return true;
    default:
      return false;
  }
}
