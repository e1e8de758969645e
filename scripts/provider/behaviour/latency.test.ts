import { describe, expect, it } from "vitest";
import { createLatency } from "./latency";

const sample = (next: () => number, count = 20_000) =>
  Array.from({ length: count }, next).sort((a, b) => a - b);

describe("createLatency", () => {
  it("stays within a range and uses all of it", () => {
    const values = sample(createLatency([100, 200]));
    expect(values[0]).toBeGreaterThanOrEqual(100);
    expect(values[0]).toBeLessThan(101);
    expect(values.at(-1)).toBeLessThan(200);
    expect(values.at(-1)).toBeGreaterThan(199);
  });

  it("has the median and the 99th percentile it was given", () => {
    const values = sample(createLatency({ medianMs: 300, p99Ms: 2000, seed: 3 }));
    expect(values[10_000]).toBeGreaterThan(285);
    expect(values[10_000]).toBeLessThan(315);
    expect(values[19_800]).toBeGreaterThan(1750);
    expect(values[19_800]).toBeLessThan(2250);
  });

  it("is the same again for the same seed, and another for another", () => {
    const first = sample(createLatency({ medianMs: 300, p99Ms: 2000, seed: 1 }), 5);
    expect(sample(createLatency({ medianMs: 300, p99Ms: 2000, seed: 1 }), 5)).toEqual(first);
    expect(sample(createLatency({ medianMs: 300, p99Ms: 2000, seed: 2 }), 5)).not.toEqual(first);
  });
});
