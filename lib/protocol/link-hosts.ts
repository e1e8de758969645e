const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Compares hosts as a browser has parsed them.
 * @param allowed hosts, hosts with a port, or `*.host` for it and all below it
 */
function createHostMatcher(allowed: readonly string[]): (address: URL) => boolean {
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

/** Which hosts the addresses in an answer may name. */
export type HostPolicy = {
  readonly linkHosts: readonly string[];
  readonly imageHosts: readonly string[];
  /** Links to the reader's own machine, as instructions for development hold them. */
  readonly allowLoopbackLinks: boolean;
};

/** What the output guard and the page both ask of an address that a browser has parsed. */
export type HostJudge = {
  /** Whoever may be asked without a click may be linked as well. */
  readonly mayLink: (address: URL) => boolean;
  readonly mayLoad: (address: URL) => boolean;
  /** A link to the reader's own machine that is allowed: whatever its address holds reaches nobody. */
  readonly isOwnMachine: (address: URL) => boolean;
};

/** The one reading of the lists that the output guard and the page share. */
export function createHostJudge(policy: HostPolicy): HostJudge {
  const isListed = createHostMatcher([...policy.linkHosts, ...policy.imageHosts]);
  const isOwnMachine = ({ hostname }: URL) => policy.allowLoopbackLinks && LOOPBACK.test(hostname);
  return {
    mayLink: (address) => isOwnMachine(address) || isListed(address),
    mayLoad: createHostMatcher(policy.imageHosts),
    isOwnMachine,
  };
}
