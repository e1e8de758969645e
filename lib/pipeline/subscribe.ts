import "server-only";
import { isTurnRunning } from "@/lib/db/turns";
import { readTurnStream } from "@/lib/streams/read-turn-stream";

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-vercel-ai-ui-message-stream": "v1",
  // Proxies such as nginx would hold words back.
  "x-accel-buffering": "no",
};

/** A reader of a turn, from its first part, wherever the turn is produced and whether or not it still runs. */
export function subscribe(turnId: string): Response {
  const stream = readTurnStream(turnId, () => isTurnRunning(turnId));
  return new Response(stream, { headers: { ...headers, "x-turn-id": turnId } });
}
