import "server-only";
import { createHmac } from "node:crypto";
import { getAuthSecret } from "./get-auth-secret";

const LENGTH = 24;

/** 144 bits of an HMAC-SHA-256 under AUTH_SECRET: the same text gives the same hash, and nobody without it can guess the text. */
export function keyedHash(text: string): string {
  return createHmac("sha256", getAuthSecret()).update(text).digest("base64url").slice(0, LENGTH);
}
