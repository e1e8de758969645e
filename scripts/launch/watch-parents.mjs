import { inspectProcess } from "../setup/process-identity.mjs";

const INTERVAL_MS = 1_000;
const shells = ["sh", "dash", "bash", "zsh", "ash", "busybox"];

/**
 * Calls `onLost` once when the process that started this one is gone: the other end of a process we were forked
 * from, or npm, which may sit behind a shell. A shell that a person started us from may end without us.
 */
export function watchParents(onLost) {
  process.once("disconnect", onLost);
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const shell = inspectProcess(parent);
  const grandparent = shell && shells.includes(shell.name) ? shell.parent : undefined;
  const timer = setInterval(() => {
    const isLost = process.ppid !== parent || (grandparent && inspectProcess(parent)?.parent !== grandparent);
    if (!isLost) return;
    clearInterval(timer);
    onLost();
  }, INTERVAL_MS);
  timer.unref();
}
