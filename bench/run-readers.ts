import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ReadingJob, ReadingResult } from "./reading-job";

/** Has a process of its own do the reading, and returns what it saw. Rejects when that process fails. */
export async function runReaders(job: ReadingJob): Promise<ReadingResult> {
  const child = fork(fileURLToPath(new URL("readers.ts", import.meta.url)), [], {
    execArgv: ["--import", "tsx"],
  });
  const ended = once(child, "exit").then(([code]) => ({ code }));
  child.send(job);
  const outcome = await Promise.race([once(child, "message"), ended]);
  if (!Array.isArray(outcome))
    throw new Error(`The readers ended with code ${outcome.code} before they were done.`);
  await ended;
  return outcome[0] as ReadingResult;
}
