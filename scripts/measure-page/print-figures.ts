import { loadavg } from "node:os";
import type { RunResult } from "./measure-run";
import type { Task } from "./read-tasks";

/** What Chromium calls a long task. */
const LONG_MS = 50;

type Figures = { readonly long: number; readonly longestWallMs: number; readonly longestCpuMs: number };

/** One line for each part of a run: how many tasks were long, the longest, and how busy the thread was. */
export function printRun(slowdown: number, { opening, streaming }: RunResult): void {
  for (const [part, tasks] of [["opening", opening] as const, ["streaming", streaming] as const]) {
    const { long, longestWallMs, longestCpuMs } = figuresOf(tasks);
    const busyS = tasks.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / 1000;
    console.log(
      [
        `${slowdown}× ${part}`.padEnd(14),
        `tasks over ${LONG_MS} ms of CPU: ${long}`.padEnd(34),
        `longest ${longestCpuMs.toFixed(0)} ms CPU, ${longestWallMs.toFixed(0)} ms wall`.padEnd(36),
        `busy ${busyS.toFixed(1)} s`.padEnd(14),
        `load ${loadavg()[0]?.toFixed(1)}`,
      ].join("  "),
    );
  }
}

/** The median of the runs with one slowdown, against the bound. */
export function printMedian(slowdown: number, runs: readonly RunResult[], boundMs: number): void {
  const figures = runs.map(({ streaming }) => figuresOf(streaming));
  const cpuMs = median(figures.map(({ longestCpuMs }) => longestCpuMs));
  const wallMs = median(figures.map(({ longestWallMs }) => longestWallMs));
  console.log(
    `${slowdown}× streaming, median of ${runs.length}: longest task ${cpuMs.toFixed(0)} ms CPU, ${wallMs.toFixed(0)} ms wall; ` +
      `${(cpuMs / boundMs).toFixed(2)} of the ${boundMs} ms it may take`,
  );
}

function figuresOf(tasks: readonly Task[]): Figures {
  const longest = (of: (task: Task) => number) => tasks.reduce((most, task) => Math.max(most, of(task)), 0);
  return {
    long: tasks.filter(({ cpuMs }) => cpuMs > LONG_MS).length,
    longestWallMs: longest(({ wallMs }) => wallMs),
    longestCpuMs: longest(({ cpuMs }) => cpuMs),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
