import { expect, it } from "vitest";
import { formatWait } from "./format-wait";

it.each([
  [1, "1 s"],
  [89, "89 s"],
  [90, "2 min"],
  [5340, "89 min"],
  [5341, "1 h 30 min"],
  [7200, "2 h"],
  [86_400, "24 h"],
])("%i seconds are %s", (seconds, text) => {
  expect(formatWait(seconds)).toBe(text);
});
