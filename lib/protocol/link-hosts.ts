const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Compares hosts as a browser has parsed them.
 * @param allowed hosts, hosts with a port, or `*.host` for it and all below it
 */
export function createHostMatcher(allowed: readonly string[]): (address: URL) => boolean {
  const exact = new Set<string>();
  const parents: string[] = [];
  for (const entry of allowed) {
    const host = entry
      .toLowerCase()
      .replace(/^https?:\/\//, "")
      .replace(/[/?#].*$/, "");
    exact.add(host.replace(/^\*\./, ""));
    if (host.startsWith("*.")) parents.push(host.slice(1));
  }
  return (address) => {
    const host = address.host.replace(/\.$/, "");
    return exact.has(host) || parents.some((parent) => host.endsWith(parent));
  };
}

/** Whether an address leads to the reader's own machine. */
export function isLoopback(address: URL): boolean {
  return LOOPBACK.test(address.hostname);
}
