import { describe, expect, it } from "vitest";
import { type Idle, judge } from "./report";
import { percentile, type Summary, summarise } from "./summary";
import type { TargetName } from "./target";

const summary = (serverCpuMsPerAnswer: number, firstTokenP50Ms: number, peakPssMb: number): Summary => ({
  answers: 10,
  problems: [],
  serverCpuMsPerAnswer,
  databaseCpuMsPerAnswer: 1,
  firstTokenP50Ms,
  firstTokenP99Ms: firstTokenP50Ms + 10,
  answersPerSecond: 1,
  peakPssMb,
  peakRssMb: peakPssMb,
  otherLoad: 0.05,
});

const idle = (target: TargetName): Idle => ({ target, pssMb: 100, rssMb: 120, databasePssMb: 0 });

describe("judge", () => {
  it("holds the figures of one run against their budgets", () => {
    const level = {
      readers: 32,
      results: [
        { target: "direct" as const, summary: summary(5, 300, 40) },
        { target: "baseline" as const, summary: summary(10, 303, 200) },
        { target: "parapet" as const, summary: summary(21, 314, 230) },
      ],
    };
    expect(judge([level], [idle("baseline"), idle("parapet")])).toEqual([
      "32 readers, baseline: first token later by p50 3.00 ms (p99 3.0 ms)",
      "32 readers, parapet: first token later by p50 14.00 ms (p99 14.0 ms), budget 15 ms: kept",
      "32 readers: CPU of parapet over baseline 2.10 times, budget 2 times: EXCEEDED",
      "32 readers, baseline: memory above idle 100.00 MB",
      "32 readers, parapet: memory above idle 130.00 MB, budget 120 MB: EXCEEDED",
    ]);
  });
});

describe("judge, of a run that went wrong", () => {
  it("warns of answers that failed and of a machine that had other work", () => {
    const busy = { ...summary(5, 300, 40), problems: ["status 500"], otherLoad: 0.4 };
    const lines = judge([{ readers: 1, results: [{ target: "direct", summary: busy }] }], []);
    expect(lines).toEqual([
      "1 wrong answer: do not use these figures",
      "other programs used up to 40 % of the machine: the times say little",
    ]);
  });
});

describe("summarise", () => {
  it("adds CPU up over rounds and takes percentiles of all samples", () => {
    const slice = {
      answers: 10,
      problems: [],
      serverCpuMs: 100,
      databaseCpuMs: 20,
      otherCpuMs: 500,
      wallMs: 1000,
      firstTokenMs: [300, 310],
      answersPerSecond: 5,
      peak: { pssBytes: 2 ** 20, rssBytes: 2 ** 21 },
    };
    const other = { ...slice, answers: 30, firstTokenMs: [400], problems: ["status 500"] };
    expect(summarise([slice, other], 2)).toMatchObject({
      answers: 40,
      problems: ["status 500"],
      serverCpuMsPerAnswer: 5,
      databaseCpuMsPerAnswer: 1,
      firstTokenP50Ms: 310,
      firstTokenP99Ms: 400,
      peakRssMb: 2,
      otherLoad: 0.25,
    });
  });

  it("takes the nearest rank", () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([
      percentile(values, 0.5),
      percentile(values, 0.99),
      percentile(values, 1),
      percentile([7], 0.5),
    ]).toEqual([50, 99, 100, 7]);
    expect(percentile([], 0.5)).toBeNaN();
  });
});
