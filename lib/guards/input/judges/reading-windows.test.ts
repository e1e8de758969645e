import fc from "fast-check";
import { expect, it } from "vitest";
import { readingWindows } from "./reading-windows";

const policy = { windowLength: 500, overlap: 150, maxWindows: 32 };

it("reads a short text at once, and an empty one not at all", () => {
  expect(readingWindows(500, policy)).toEqual({ windows: [{ start: 0, end: 500 }], isWhole: true });
  expect(readingWindows(0, policy)).toEqual({ windows: [], isWhole: true });
});

it("leaves no character out and shares the overlap, whatever the length", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (length) => {
      const { windows, isWhole } = readingWindows(length, policy);
      expect(isWhole).toBe(true);
      expect(windows[0]?.start).toBe(0);
      expect(windows.at(-1)?.end).toBe(length);
      for (const [index, { start, end }] of windows.entries()) {
        expect(end - start).toBe(Math.min(length, policy.windowLength));
        const before = windows[index - 1];
        if (before !== undefined) expect(before.end - start).toBeGreaterThanOrEqual(policy.overlap);
      }
    }),
  );
});

it("stays within its bound from the first character to the last, and says that it left something out", () => {
  const { windows, isWhole } = readingWindows(100_000, policy);
  expect(isWhole).toBe(false);
  expect(windows).toHaveLength(32);
  expect(windows[0]).toEqual({ start: 0, end: 500 });
  expect(windows[31]).toEqual({ start: 99_500, end: 100_000 });
});

it.each([
  { windowLength: 500, overlap: 500, maxWindows: 8 },
  { windowLength: 500, overlap: 900, maxWindows: 8 },
  { windowLength: 500, overlap: 150, maxWindows: 0 },
  { windowLength: 500, overlap: 150, maxWindows: 1 },
])("never takes a text for read under a policy that cannot read it: %o", (odd) => {
  const { windows, isWhole } = readingWindows(10_000, odd);
  expect(isWhole).toBe(false);
  expect(windows.length).toBeLessThanOrEqual(odd.maxWindows);
});
