import "server-only";
import { isIPv6 } from "node:net";
import { readAddress } from "./client-address";
import { keyedHash } from "./keyed-hash";

const IPV6_GROUPS = 8;
/** A household has a /64 of its own and can take any address in it (RFC 6177), so its first four groups are the client. */
const CLIENT_GROUPS = 4;

/** Stands for the client's address in everything that is stored: a keyed hash, so no table tells who was where. */
export function readAddressKey(headers: Headers): string {
  return hashAddress(readAddress(headers));
}

/** @param address as `readAddress` gives it */
export function hashAddress(address: string): string {
  return keyedHash(`address:${clientOf(address)}`);
}

function clientOf(address: string): string {
  const [plain = ""] = address.split("%");
  if (!isIPv6(plain)) return plain;
  // URL writes an address in its one canonical form (RFC 5952).
  const [head = "", tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const [start, end] = [groupsOf(head), groupsOf(tail ?? "")];
  const zeros = Array.from({ length: IPV6_GROUPS - start.length - end.length }, () => "0");
  return [...start, ...zeros, ...end].slice(0, CLIENT_GROUPS).join(":");
}

function groupsOf(text: string): string[] {
  return text === "" ? [] : text.split(":");
}
