import type { Slice } from "./measure";

export type Summary = {
  readonly answers: number;
  readonly problems: readonly string[];
  readonly serverCpuMsPerAnswer: number;
  readonly databaseCpuMsPerAnswer: number;
  readonly firstTokenP50Ms: number;
  readonly firstTokenP99Ms: number;
  readonly answersPerSecond: number;
  readonly peakPssMb: number;
  readonly peakRssMb: number;
  /** The share of the machine that had nothing to do with the run: much of it, and the times say little. */
  readonly otherLoad: number;
};

/** One figure for all rounds: CPU by answers, times by all their samples. */
export function summarise(slices: readonly Slice[], cores: number): Summary {
  const answers = sum(slices, (slice) => slice.answers);
  const times = slices.flatMap((slice) => slice.firstTokenMs);
  return {
    answers,
    problems: slices.flatMap((slice) => slice.problems),
    serverCpuMsPerAnswer: sum(slices, (slice) => slice.serverCpuMs) / answers,
    databaseCpuMsPerAnswer: sum(slices, (slice) => slice.databaseCpuMs) / answers,
    firstTokenP50Ms: percentile(times, 0.5),
    firstTokenP99Ms: percentile(times, 0.99),
    answersPerSecond: sum(slices, (slice) => slice.answersPerSecond) / slices.length,
    peakPssMb: Math.max(...slices.map((slice) => slice.peak.pssBytes)) / 2 ** 20,
    peakRssMb: Math.max(...slices.map((slice) => slice.peak.rssBytes)) / 2 ** 20,
    otherLoad: sum(slices, (slice) => slice.otherCpuMs) / sum(slices, (slice) => slice.wallMs) / cores,
  };
}

/** The value that this share of all values does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function sum(slices: readonly Slice[], read: (slice: Slice) => number): number {
  return slices.reduce((total, slice) => total + read(slice), 0);
}
