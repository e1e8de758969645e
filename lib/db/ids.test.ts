import { expect, it } from "vitest";
import { lowestIdAt, newId, timeOfId } from "./ids";

it("carries its time and sorts by it", () => {
  const before = Date.now();
  const id = newId();
  expect(timeOfId(id).getTime()).toBeGreaterThanOrEqual(before);
  expect(lowestIdAt(new Date(before)) < id).toBe(true);
  expect(lowestIdAt(new Date(before + 60_000)) > id).toBe(true);
  expect(timeOfId(lowestIdAt(new Date(before))).getTime()).toBe(before);
});
