import "server-only";
import type { MarkupPolicy } from "@/lib/config/guardrails-output";
import { createHostJudge } from "@/lib/protocol/link-hosts";
import { isSmuggledData } from "./smuggled-data";

/**
 * Says what is wrong with an address, as a reason code, or null when it may stand. What stands in the text is decoded
 * before: Markdown resolves escapes and entities, HTML only entities, and there a backslash is a slash to browsers.
 */
export type AddressJudge = (address: string, use: "link" | "image") => string | null;

const ownOrigin = "https://own.invalid";

/**
 * Judges addresses as a browser would read them: relative ones stay on our own pages and may stand, absolute ones
 * must name an allowed host and carry no data to it.
 */
export function createAddressJudge(policy: MarkupPolicy, moreHosts: readonly string[]): AddressJudge {
  const hosts = createHostJudge({ ...policy, imageHosts: [...policy.imageHosts, ...moreHosts] });

  const judgeHost = (address: URL, use: "link" | "image"): string | null => {
    if (use === "link" && hosts.isOwnMachine(address)) return null;
    if (!(use === "link" ? hosts.mayLink(address) : hosts.mayLoad(address))) return "unknown-host";
    const maxWords = use === "link" ? policy.maxWordsInLink : policy.maxWordsInImage;
    return carriesData(address, maxWords) ? "data-in-address" : null;
  };

  return (decoded, use) => {
    const address = parseAddress(decoded);
    if (!address) return "unreadable-address";
    if (address.origin === ownOrigin) return null;
    const scheme = judgeScheme(address, use);
    return scheme === "http" ? judgeHost(address, use) : scheme;
  };
}

/**
 * The reason against an address that follows from its scheme, null for a harmless one, or "http" when a host decides.
 */
function judgeScheme(address: URL, use: "link" | "image"): string | null {
  const { protocol, search, username, password } = address;
  if (protocol === "mailto:" || protocol === "tel:")
    return use === "link" && search === "" ? null : "active-scheme";
  if (protocol !== "https:" && protocol !== "http:") return "active-scheme";
  return username === "" && password === "" ? "http" : "credentials-in-address";
}

function parseAddress(address: string): URL | null {
  try {
    // With a base, "https:host" would count as relative here and as absolute on a page served over http.
    return /^[\s\p{Cc}]*[a-z][a-z0-9+.\-\t\n\r]*:/iu.test(address)
      ? new URL(address)
      : new URL(address, ownOrigin);
  } catch {
    return null;
  }
}

function carriesData(address: URL, maxWords: number): boolean {
  const values = [...address.searchParams].flat();
  if (values.some((value) => isSmuggledData(value, maxWords))) return true;
  const parts = [...address.pathname.split("/"), address.hash.slice(1)];
  return parts.some((part) => isSmuggledData(decodePart(part), Number.POSITIVE_INFINITY));
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
