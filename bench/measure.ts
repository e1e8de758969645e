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
  /** What the machine did besides: not for the target, the provider, the readers or the bench. */
  readonly otherCpuMs: number;
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
  const { answers, cpuMs: readersCpuMs } = await runReaders({
    ...job,
    readers: target.readers.slice(0, readers),
  });
  clearInterval(sampling);
  const after = readCpu(target);
  return {
    answers: answers.length,
    problems: answers.flatMap(({ problem }) => problem ?? []),
    serverCpuMs: after.serverMs - before.serverMs,
    databaseCpuMs: after.databaseMs - before.databaseMs,
    otherCpuMs: after.otherMs - before.otherMs - readersCpuMs,
    wallMs: after.atMs - before.atMs,
    peak,
    ...readSteadyPart(answers, spreadMs),
  };
}

function readCpu(target: Target) {
  const serverMs = readServerUsage(target).cpuMs;
  const databaseMs = readDatabaseUsage(target).cpuMs;
  const providerMs = target.providerPid === target.serverPid ? 0 : readUsage(target.providerPid).cpuMs;
  const { user, system } = process.cpuUsage();
  const ownMs = (user + system) / 1000;
  const otherMs = readMachineCpuMs() - serverMs - databaseMs - providerMs - ownMs;
  return { atMs: performance.now(), serverMs, databaseMs, otherMs };
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
