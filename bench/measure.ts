import { readMachineCpuMs, readUsage, type Usage } from "./process-usage";
import type { ReadAnswer } from "./reading-job";
import { runReaders } from "./run-readers";
import type { Target } from "./target";
import { workload } from "./workload";

/** What one target did while so many readers asked it. CPU is of the whole run, other figures of its steady part. */
export type Slice = {
  readonly answers: number;
  readonly problems: readonly string[];
  readonly serverCpuMs: number;
  readonly databaseCpuMs: number;
  /** Of the machine's CPU, what neither this target nor its readers nor the provider can have used is in here too. */
  readonly machineCpuMs: number;
  readonly wallMs: number;
  readonly firstTokenMs: readonly number[];
  readonly answersPerSecond: number;
  readonly peak: Pick<Usage, "pssBytes" | "rssBytes">;
};

const MEMORY_INTERVAL_MS = 500;

const isServer = (name: string) => name !== "postgres";

export function readServerUsage({ serverPid }: Target): Usage {
  return readUsage(serverPid, isServer);
}

export function readDatabaseUsage({ databasePid }: Target): Usage {
  return databasePid === null ? { cpuMs: 0, pssBytes: 0, rssBytes: 0 } : readUsage(databasePid);
}

/** Readers in a closed loop: each asks again as soon as it has its answer, and their starts are spread evenly. */
export async function measure(target: Target, readers: number, answersPerReader: number): Promise<Slice> {
  const spreadMs = readers === 1 ? 0 : workload.answerMs;
  const before = readCpu(target);
  const peak = { pssBytes: 0, rssBytes: 0 };
  const sampling = setInterval(() => {
    const { pssBytes, rssBytes } = readServerUsage(target);
    peak.pssBytes = Math.max(peak.pssBytes, pssBytes);
    peak.rssBytes = Math.max(peak.rssBytes, rssBytes);
  }, MEMORY_INTERVAL_MS);
  const { url, wire } = target;
  const { question, model, answerLength } = workload;
  const job = { url, wire, question, model, answerLength, answersPerReader, spreadMs };
  const answers = await runReaders({ ...job, readers: target.readers.slice(0, readers) });
  clearInterval(sampling);
  const after = readCpu(target);
  return {
    answers: answers.length,
    problems: answers.flatMap(({ problem }) => problem ?? []),
    serverCpuMs: after.serverMs - before.serverMs,
    databaseCpuMs: after.databaseMs - before.databaseMs,
    machineCpuMs: after.machineMs - before.machineMs,
    wallMs: after.atMs - before.atMs,
    peak,
    ...readSteadyPart(answers, spreadMs),
  };
}

function readCpu(target: Target) {
  return {
    atMs: performance.now(),
    serverMs: readServerUsage(target).cpuMs,
    databaseMs: readDatabaseUsage(target).cpuMs,
    machineMs: readMachineCpuMs(),
  };
}

/** From when the last reader has started until the first one is done, all readers are busy. */
function readSteadyPart(answers: readonly ReadAnswer[], spreadMs: number) {
  const good = answers.filter(({ problem }) => problem === null);
  const lastByReader = good.map(({ endMs }) => endMs);
  const endMs = Math.max(...lastByReader) - spreadMs;
  const steady = good.filter(({ startMs }) => startMs >= spreadMs && startMs <= endMs);
  const ended = good.filter((answer) => answer.endMs >= spreadMs && answer.endMs <= endMs);
  return {
    firstTokenMs: steady.map((answer) => answer.firstTokenMs - answer.startMs),
    answersPerSecond: ended.length / ((endMs - spreadMs) / 1000),
  };
}
