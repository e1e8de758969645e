import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { getAuthSecret } from "./get-auth-secret";

/** better-auth prefixes the cookie's name when it is sent over https only. */
const COOKIE = /(?:^|;\s*)(?:__Secure-)?better-auth\.session_token=([^;]+)/;

/**
 * The token of a request's session when its signature is right, whether the session still lives or not. The cookie is
 * `token.signature`, the signature an HMAC-SHA-256 in base64 (better-auth's signed cookies).
 */
export function readSessionToken(headers: Headers): string | null {
  const cookies = headers.get("cookie");
  const encoded = cookies === null ? undefined : COOKIE.exec(cookies)?.[1];
  if (encoded === undefined) return null;
  const value = decode(encoded);
  const dot = value.lastIndexOf(".");
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), "base64");
  const expected = createHmac("sha256", getAuthSecret()).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** decodeURIComponent throws on a lone `%`, which a client may well send. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
