import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

const secretHeaders = new Set(["authorization", "x-api-key", "api-key", "cookie", "proxy-authorization"]);

/** Secrets become a fingerprint: enough to tell two keys apart, not enough to use one. */
export function redactHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      secretHeaders.has(name) ? `sha256:${fingerprint(String(value))}` : value,
    ]),
  );
}

function fingerprint(secret: string): string {
  return createHash("sha256").update(secret).digest("hex").slice(0, 12);
}
