import type { ChildProcess } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { LaunchProblem } from "./launch-problem";

const POLL_MS = 50;
const ANSWER_WITHIN_MS = 120_000;

/** Resolves when the server says that it can serve. @throws LaunchProblem when it ends first or takes too long. */
export async function waitForAnswer(server: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + ANSWER_WITHIN_MS;
  let last = "no answer";
  while (server.exitCode === null && server.signalCode === null) {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).catch(() => null);
    if (response?.ok) return;
    if (response) last = `status ${response.status}`;
    if (Date.now() > until)
      throw new LaunchProblem(
        `The server started but does not become ready (${url}: ${last}); it says why above.`,
      );
    await delay(POLL_MS);
  }
  throw new LaunchProblem("The server ended before it was ready; it says why above.");
}
