import { expect, test } from "vitest";
import { formatRelativeTime } from "./format-relative-time";

const HOUR_MS = 3_600_000;

test.each([
  [-30_000, "now"],
  [30_000, "now"],
  [-5 * 60_000, "5 minutes ago"],
  [-3.9 * HOUR_MS, "3 hours ago"],
  [-24 * HOUR_MS, "yesterday"],
  [-72 * HOUR_MS, "3 days ago"],
  [2 * HOUR_MS, "in 2 hours"],
  [72 * HOUR_MS, "in 3 days"],
])("%d ms from now is %s", (distanceMs, said) => {
  expect(formatRelativeTime(distanceMs)).toBe(said);
});
