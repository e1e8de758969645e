import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { v7 } from "uuid";
import { splitTokens } from "../provider/answer/tokens";

export type LongAnswer = { readonly text: string; readonly tokensPerSecond: number };

const TICK_MS = 10;

/**
 * Stands before Parapet and hands everything on, but answers questions itself, in Parapet's own stream format: the
 * product ends an answer at a length (`generation.maxOutputTokens`) that is far below what the page has to bear.
 */
export async function startFront(
  port: number,
  upstream: number,
  answer: LongAnswer,
): Promise<{ close: () => Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    if (incoming.method === "POST" && incoming.url === "/api/chat") {
      void play(incoming, outgoing, answer);
    } else {
      handOn(incoming, outgoing, upstream);
    }
  });
  await once(server.listen(port, "127.0.0.1"), "listening");
  return {
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function handOn(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const { method, url, headers } = incoming;
  const handed = request({ host: "127.0.0.1", port, method, path: url, headers }, (answered) => {
    outgoing.writeHead(answered.statusCode ?? 502, answered.headers);
    answered.pipe(outgoing);
  });
  handed.on("error", () => outgoing.destroy());
  incoming.pipe(handed);
}

async function play(incoming: IncomingMessage, outgoing: ServerResponse, answer: LongAnswer): Promise<void> {
  const id = v7();
  await incoming.resume().toArray();
  outgoing.writeHead(200, { "content-type": "text/event-stream", "x-turn-id": id });
  const write = (part: object) => outgoing.write(`data: ${JSON.stringify(part)}\n\n`);
  const metadata = { turnId: id, parentId: null, createdAt: new Date().toISOString() };
  write({ type: "start", messageId: id, messageMetadata: metadata });
  write({ type: "text-start", id: "text" });
  const tokens = splitTokens(answer.text);
  const startMs = performance.now();
  for (let sent = 0; sent < tokens.length && !outgoing.destroyed; ) {
    const due = Math.ceil(((performance.now() - startMs) / 1000) * answer.tokensPerSecond);
    for (const delta of tokens.slice(sent, due)) write({ type: "text-delta", id: "text", delta });
    sent = Math.max(sent, Math.min(due, tokens.length));
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  write({ type: "text-end", id: "text" });
  write({ type: "finish" });
  outgoing.end("data: [DONE]\n\n");
}
