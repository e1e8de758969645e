import { setTimeout as delay } from "node:timers/promises";
import { inspectProcess, isGroupAlive } from "../setup/process-identity.mjs";

const POLL_MS = 40;

/** Sends each of the child's signals in turn, with its grace, until the child and its group are gone. */
export async function stopChild(child) {
  for (const { signal, graceMs } of child.signals) {
    const until = Date.now() + graceMs;
    if (!isRunning(child)) return;
    send(child, signal);
    while (isRunning(child) && Date.now() < until) await delay(POLL_MS);
  }
}

/** Stops the children in reverse order of their start: the server before the database it needs. */
export async function stopChildren(children) {
  for (const child of [...children].reverse()) await stopChild(child);
}

function isRunning({ pid, startedAt, group }) {
  const leader = inspectProcess(pid);
  if (leader) return leader.startedAt === startedAt;
  return group && isGroupAlive(pid);
}

function send({ pid, group }, signal) {
  try {
    process.kill(group ? -pid : pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
