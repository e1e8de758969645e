import { setTimeout as delay } from "node:timers/promises";
import { inspectProcess, isGroupAlive } from "../setup/process-identity.mjs";

const POLL_MS = 40;

/** Sends each of the child's signals in turn, with its grace, until the child and its group are gone. */
export async function stopChild(child) {
  for (const { signal, graceMs } of child.signals) {
    const until = Date.now() + graceMs;
    if (await isGone(child)) return;
    send(child, signal);
    while (!(await isGone(child)) && Date.now() < until) await delay(POLL_MS);
  }
}

/** Looks twice: on a busy machine, a look at a process that is just ending has missed the rest of its group. */
async function isGone(child) {
  const wasRunning = isRunning(child);
  await delay(POLL_MS);
  return !wasRunning && !isRunning(child);
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
