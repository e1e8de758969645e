import { readdirSync, readFileSync } from "node:fs";

/** Linux counts CPU time for programs in hundredths of a second, whatever the kernel's own tick is. */
const MS_PER_TICK = 10;

type ProcessStat = {
  readonly pid: number;
  readonly parentPid: number;
  readonly name: string;
  readonly cpuMs: number;
};

export type Usage = { readonly cpuMs: number; readonly pssBytes: number; readonly rssBytes: number };

/**
 * What a process and all that descend from it have used. `isCounted` leaves some out by name. The time of children
 * that have ended is in their parent's, so nothing is lost when a process comes and goes.
 */
export function readUsage(rootPid: number, isCounted: (name: string) => boolean = () => true): Usage {
  const counted = readTree(rootPid).filter(({ name }) => isCounted(name));
  const memory = counted.map(({ pid }) => readMemory(pid));
  return {
    cpuMs: sum(counted.map(({ cpuMs }) => cpuMs)),
    pssBytes: sum(memory.map(({ pssBytes }) => pssBytes)),
    rssBytes: sum(memory.map(({ rssBytes }) => rssBytes)),
  };
}

/** CPU time that the whole machine has used since it started. */
export function readMachineCpuMs(): number {
  const [, user, nice, system, , , irq, softIrq, steal] = readFileSync("/proc/stat", "utf8")
    .split(/\s+/)
    .map(Number);
  return sum([user, nice, system, irq, softIrq, steal].map((ticks) => (ticks ?? 0) * MS_PER_TICK));
}

function readTree(rootPid: number): ProcessStat[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => readStat(Number(pid)) ?? []);
  const inTree = new Set([rootPid]);
  // A parent's number may be higher than its child's, so look until nothing is added.
  for (let size = 0; size !== inTree.size; ) {
    size = inTree.size;
    for (const { pid, parentPid } of all) if (inTree.has(parentPid)) inTree.add(pid);
  }
  return all.filter(({ pid }) => inTree.has(pid));
}

/** Fields as proc(5) numbers them; the name stands in brackets and may hold anything. */
function readStat(pid: number): ProcessStat | null {
  const text = readProc(pid, "stat");
  const nameEnd = text.lastIndexOf(")");
  if (nameEnd < 0) return null;
  const fields = text.slice(nameEnd + 2).split(" ");
  const field = (number: number) => Number(fields[number - 3]);
  const cpuMs = (field(14) + field(15) + field(16) + field(17)) * MS_PER_TICK;
  return { pid, parentPid: field(4), name: text.slice(text.indexOf("(") + 1, nameEnd), cpuMs };
}

function readMemory(pid: number): { pssBytes: number; rssBytes: number } {
  const rollup = readProc(pid, "smaps_rollup");
  const bytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(rollup)?.[1] ?? 0) * 1024;
  return { pssBytes: bytes("Pss"), rssBytes: bytes("Rss") };
}

/** Processes end while they are looked at; that is no error. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
