import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

const hasProc = existsSync("/proc/self/stat");

/**
 * What the system says of a process, null when there is none. A zombie counts as none: it only waits for a parent
 * that may never fetch it.
 */
export function inspectProcess(pid) {
  try {
    return hasProc ? inspectByProc(pid) : inspectByPs(pid);
  } catch {
    return null;
  }
}

function inspectByProc(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name stands in parentheses and may hold spaces and parentheses itself.
  const nameEnd = stat.lastIndexOf(")");
  const [state, parent, group, ...rest] = stat.slice(nameEnd + 2).split(" ");
  if (state === "Z" || state === "X") return null;
  const name = stat.slice(stat.indexOf("(") + 1, nameEnd);
  return { parent: Number(parent), group: Number(group), startedAt: rest[16], name };
}

function inspectByPs(pid) {
  const fields = ["stat=", "ppid=", "pgid=", "lstart=", "comm="].flatMap((field) => ["-o", field]);
  const line = execFileSync("ps", [...fields, "-p", String(pid)], { encoding: "utf8" }).trim();
  const [state, parent, group, ...rest] = line.split(/\s+/);
  if (!state || state.startsWith("Z")) return null;
  const startedAt = rest.slice(0, 5).join(" ");
  return {
    parent: Number(parent),
    group: Number(group),
    startedAt,
    name: rest.slice(5).join(" ").split("/").at(-1),
  };
}

/** A process id is reused one day; together with the start time it names one process for good. */
export function identifyProcess(pid) {
  const startedAt = inspectProcess(pid)?.startedAt;
  return startedAt === undefined ? null : { pid, startedAt };
}

export function isSameProcessAlive({ pid, startedAt }) {
  return inspectProcess(pid)?.startedAt === startedAt;
}

/** True while a process group has a member that is more than a zombie. */
export function isGroupAlive(group) {
  if (hasProc) {
    return readdirSync("/proc").some(
      (entry) => /^\d+$/.test(entry) && inspectProcess(Number(entry))?.group === group,
    );
  }
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

/** The command line of a living process, empty when it cannot be read. */
export function commandLineOf(pid) {
  try {
    if (hasProc) return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
