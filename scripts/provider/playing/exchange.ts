import type { ServerResponse } from "node:http";
import type { CallEnd } from "@/scripts/provider/calls/call-record";
import type { Pacer } from "./pacer";

/** One call that is being answered. */
export type Exchange = {
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly pacer: Pacer;
  /** Ends the call in the books; later calls have no effect. */
  readonly settle: (end: CallEnd) => void;
};

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  sendText(response, status, "application/json", JSON.stringify(body));
}

export function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(text) });
  response.end(text);
}
