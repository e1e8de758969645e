import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { identifyProcess, isSameProcessAlive } from "./process-identity.mjs";

/** Longer than any writer needs between creating the file and filling it. */
const WRITING_MS = 2_000;

/**
 * Takes the lock file for this process, also from a holder that is dead. Returns null when it is ours now, or else
 * what its living holder wrote into it (`{ pid, startedAt, … }`; `{}` in the moment before it has written).
 */
export function takeFileLock(path, details = {}) {
  const content = JSON.stringify({ ...identifyProcess(process.pid), ...details }, null, 2);
  for (;;) {
    try {
      writeFileSync(path, content, { flag: "wx", mode: 0o600 });
      return null;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = readLivingHolder(path);
    if (holder) return holder;
    moveStaleLockAway(path);
  }
}

/** The record of the lock's holder when that process lives, else null. */
export function readLivingHolder(path) {
  const record = readRecord(path);
  if (record) return isSameProcessAlive(record) ? record : null;
  const writtenAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - writtenAt < WRITING_MS ? {} : null;
}

/** What the file holds, whoever wrote it; null when it is missing or half written. */
export function readRecord(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

export function releaseFileLock(path) {
  rmSync(path, { force: true });
}

/** Two starters may find the same stale lock; whoever grabbed the other's fresh one by mistake puts it back. */
function moveStaleLockAway(path) {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readLivingHolder(aside)) renameSync(aside, path);
  else rmSync(aside, { force: true });
}
