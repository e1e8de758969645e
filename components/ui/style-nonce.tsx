"use client";

import { setNonce } from "get-nonce";

/** Lets radix' scroll lock write its style element under the request's content security policy. */
export function StyleNonce({ nonce }: { nonce: string }) {
  // get-nonce is module state, which on the server would be shared between requests.
  if (typeof window !== "undefined") setNonce(nonce);
  return null;
}
