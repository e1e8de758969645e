import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export type ChildProgram = {
  readonly pid: number;
  readonly stop: () => Promise<void>;
  readonly output: () => string;
};

type Start = {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Asked again and again until it says yes. */
  readonly isReady: (output: string) => Promise<boolean> | boolean;
};

const READY_TIMEOUT_MS = 120_000;
const POLL_INTERVAL_MS = 100;
const STOP_PATIENCE_MS = 20_000;
const MAX_OUTPUT = 20_000;

/** Starts a Node program and waits until it is ready. Throws with what it printed when it ends before that. */
export async function startProgram({ name, args, env, isReady }: Start): Promise<ChildProgram> {
  const child = spawn(process.execPath, args, {
    cwd: join(import.meta.dirname, ".."),
    env: { ...process.env, ...env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output = (output + chunk).slice(-MAX_OUTPUT);
    });
  }
  const deadlineMs = performance.now() + READY_TIMEOUT_MS;
  while (!(await isReady(output))) {
    if (hasEnded(child)) throw new Error(`${name} ended before it was ready:\n${output}`);
    if (performance.now() > deadlineMs) {
      await stop(child);
      throw new Error(`${name} was not ready in time:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
  return { pid: child.pid ?? 0, stop: () => stop(child), output: () => output };
}

/** Whether something answers the URL with a status below 500. */
export async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status < 500;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, "exit");
  const patience = setTimeout(() => child.kill("SIGKILL"), STOP_PATIENCE_MS);
  child.kill("SIGTERM");
  await ended;
  clearTimeout(patience);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
