import "server-only";
import { getRunningTurns } from "@/lib/streams/running-turns";

declare global {
  var parapetShuttingDown: boolean | undefined;
}

const POLL_MS = 50;

/** Whether this server takes no more questions. */
export function isShuttingDown(): boolean {
  return globalThis.parapetShuttingDown === true;
}

/**
 * Takes no more questions, lets running answers end, and after `patienceMs` interrupts those that have not: what was
 * shown of them is stored, and they say so.
 */
export async function drain(patienceMs: number, closingMs: number): Promise<void> {
  globalThis.parapetShuttingDown = true;
  await untilNoneRuns(patienceMs);
  for (const turn of getRunningTurns().values()) turn.stop("interrupted");
  await untilNoneRuns(closingMs);
}

async function untilNoneRuns(timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (getRunningTurns().size > 0 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
