import "server-only";
import { getEnv } from "@/lib/config/env";

const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Where the provider simulator is told what to do: on the host that a provider's address names, when that is this
 * machine. Null in production, and where every provider is a real one.
 */
export function findSimulatorUrl(): string | null {
  const { NODE_ENV, OPENAI_BASE_URL, ANTHROPIC_BASE_URL, COMPATIBLE_BASE_URL } = getEnv();
  if (NODE_ENV !== "development") return null;
  const addresses = [COMPATIBLE_BASE_URL, OPENAI_BASE_URL, ANTHROPIC_BASE_URL];
  const local = addresses.find((address) => address !== undefined && loopback.has(new URL(address).hostname));
  return local === undefined ? null : new URL("/control", local).href;
}

/** Whether there is a page for the simulator at all: in development only. */
export function hasSimulator(): boolean {
  return getEnv().NODE_ENV === "development";
}
