import "server-only";
import { joinServers } from "@/lib/db/servers";
import { getRunningTurns } from "@/lib/streams/running-turns";

declare global {
  var parapetServerId: Promise<number> | undefined;
}

/**
 * This server's id among those that share the database; joins them the first time. Turns carry it, so that another
 * server can tell which turns were left behind.
 */
export function getServerId(): Promise<number> {
  globalThis.parapetServerId ??= join();
  return globalThis.parapetServerId;
}

async function join(): Promise<number> {
  try {
    const { serverId } = await joinServers((turnId) => getRunningTurns().get(turnId)?.stop("stopped"));
    return serverId;
  } catch (error) {
    // The next request tries again.
    globalThis.parapetServerId = undefined;
    throw error;
  }
}
