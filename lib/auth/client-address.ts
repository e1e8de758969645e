import "server-only";

/** Set by us on every request from the socket (see instrumentation), so a client cannot choose it. */
export const ADDRESS_HEADER = "x-parapet-address";

/**
 * The client's address that may be believed.
 * @param socketAddress the peer of the TCP connection
 * @param forwardedFor the X-Forwarded-For header as it came
 * @param trustedHops how many proxies of ours stand before this server: each appends one entry, so the client's is the
 *   `trustedHops`-th from the right; entries left of it are whatever the client claims
 */
export function believeAddress(
  socketAddress: string,
  forwardedFor: string | undefined,
  trustedHops: number,
): string {
  const plain = socketAddress.replace(/^::ffff:/, "");
  if (trustedHops === 0 || forwardedFor === undefined) return plain;
  const entries = forwardedFor.split(",").map((entry) => entry.trim());
  return entries.at(-Math.min(trustedHops, entries.length)) || plain;
}

/** The address of a request that came through our server; "unknown" only where the hook did not run, as in tests. */
export function readAddress(headers: Headers): string {
  return headers.get(ADDRESS_HEADER) ?? "unknown";
}
