import { expect, it } from "vitest";
import type { VerdictRecord } from "@/lib/protocol/review/turn-record";
import { joinFindings } from "./join-findings";

const finding = (start: number, end: number, more: Partial<VerdictRecord> = {}): VerdictRecord => ({
  id: `${start}-${end}`,
  guard: "injection",
  surface: "QUESTION",
  verdict: "BLOCK",
  acted: true,
  reason: "override-instructions",
  score: 0.9,
  start,
  end,
  withheldLength: end - start,
  ...more,
});

const placesOf = (verdicts: readonly VerdictRecord[]) =>
  verdicts.map(({ reason, start, end }) => [reason, start, end]);

it("joins what overlaps, and keeps the highest score", () => {
  const joined = joinFindings([finding(40, 59), finding(40, 50, { score: 1 }), finding(55, 82)]);
  expect(joined).toEqual([finding(40, 82, { id: "40-59", score: 1, withheldLength: 42 })]);
});

it("keeps apart what another guard or reason found, what stands elsewhere, and what was only recorded", () => {
  const verdicts = [
    finding(40, 59),
    finding(51, 70, { reason: "extract-instructions" }),
    finding(52, 60, { acted: false }),
    finding(59, 65),
  ];
  expect(joinFindings(verdicts)).toEqual(verdicts.toSorted((a, b) => a.start - b.start));
  expect(placesOf(joinFindings([...verdicts, finding(58, 60)]))).toEqual([
    ["override-instructions", 40, 65],
    ["extract-instructions", 51, 70],
    ["override-instructions", 52, 60],
  ]);
});

it("has nothing to join in nothing", () => {
  expect(joinFindings([])).toEqual([]);
});
