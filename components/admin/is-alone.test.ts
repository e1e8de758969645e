import { expect, it } from "vitest";
import { isAlone } from "./is-alone";

const rowsOf = (...values: (number | null)[]) => values.map((value) => ({ day: "2026-11-22", p50: value }));
const alone = (...values: (number | null)[]) =>
  values.flatMap((_, index) => (isAlone(rowsOf(...values), "p50", index) ? [index] : []));

it("finds the values that no line leads to", () => {
  expect(alone(null, null, 181)).toEqual([2]);
  expect(alone(0, null, 5, 6, null, 7)).toEqual([0, 5]);
  expect(alone(1, 2, 3)).toEqual([]);
  expect(alone(null)).toEqual([]);
});
