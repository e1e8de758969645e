import { expect, it } from "vitest";
import { tidyTitle } from "./write-title";

it.each([
  ['"Moving to Lisbon"', "Moving to Lisbon"],
  ["**Title: Moving to Lisbon.**", "Title: Moving to Lisbon"],
  ["Title: “Moving\nto Lisbon”", "Moving to Lisbon"],
  ["## Moving to Lisbon", "Moving to Lisbon"],
  ["Moving\u0000 to\u200b Lisbon", "Moving to Lisbon"],
  ['  "" ', ""],
])("of what a model writes one plain line is left: %j", (written, title) => {
  expect(tidyTitle(written)).toBe(title);
});

it("a title is cut where a person would not read on", () => {
  const title = tidyTitle("word ".repeat(50));
  expect(title).toMatch(/^word .*word…$/);
  expect(title.length).toBeLessThanOrEqual(80);
});
