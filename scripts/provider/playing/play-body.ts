import type { Fault } from "@/scripts/provider/behaviour/fault";
import { type Exchange, sendText } from "./exchange";

export type Tokens = { readonly inputTokens: number; readonly outputTokens: number };

/** Sends a body in one piece when its time has come, whole or broken as the fault says. */
export function playBody(
  exchange: Exchange,
  body: unknown,
  waitMs: number,
  tokens: Tokens,
  fault: Fault | null,
): void {
  const { response, pacer, settle } = exchange;
  const startMs = performance.now();
  const job = {
    dueMs: startMs + waitMs,
    run: () => {
      pacer.delete(job);
      send(exchange, JSON.stringify(body), tokens, fault);
    },
  };
  response.once("close", () => {
    pacer.delete(job);
    // What a model has produced is billed, whether or not somebody waited for it.
    const share = waitMs > 0 ? Math.min(1, (performance.now() - startMs) / waitMs) : 1;
    settle({
      outcome: "aborted",
      status: null,
      ...tokens,
      outputTokens: Math.round(tokens.outputTokens * share),
    });
  });
  if (fault?.kind === "hang") return;
  if (waitMs > 0) pacer.add(job);
  else job.run();
}

function send({ response, settle }: Exchange, text: string, tokens: Tokens, fault: Fault | null): void {
  const half = text.slice(0, Math.floor(text.length / 2));
  if (fault?.kind === "cut") {
    settle({ outcome: "failed", status: 200, ...tokens });
    response.writeHead(200, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
    });
    response.write(half, () => response.destroy());
  } else if (fault?.kind === "malformed") {
    settle({ outcome: "failed", status: 200, ...tokens });
    sendText(response, 200, "application/json", half);
  } else {
    settle({ outcome: "completed", status: 200, ...tokens });
    sendText(response, 200, "application/json", text);
  }
}
