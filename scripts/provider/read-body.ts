import type { IncomingMessage } from "node:http";

const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** Returns the request's body as text, or null when it is larger than anything a provider would take. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return bytes > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString("utf8");
}
