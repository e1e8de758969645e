import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import { identifyProcess, type ProcessIdentity } from "../scripts/setup/process-identity.mjs";

export type StartedProcess = ProcessIdentity & { readonly process: ChildProcess };

/** A Node process in a group of its own that runs `script` and has printed something; killed when the test is over. */
export async function startProcess(script: string): Promise<StartedProcess> {
  const child = spawn(process.execPath, ["-e", script], {
    detached: true,
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  });
  await once(child.stdout, "data");
  const identity = identifyProcess(child.pid ?? 0);
  if (identity === null) throw new Error("The process ended at once.");
  return { ...identity, process: child };
}

export const idle = "setInterval(() => {}, 1000); console.log('up')";
export const deafToTerm = `process.on('SIGTERM', () => {}); ${idle}`;
