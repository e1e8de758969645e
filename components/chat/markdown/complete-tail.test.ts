import { describe, expect, it } from "vitest";
import { completeTail } from "./complete-tail";

describe("completeTail", () => {
  it.each([
    ["|", "| |\n| --- |"],
    ["| Na", "| Na |\n| --- |"],
    ["| Name | Mean", "| Name | Mean |\n| --- | --- |"],
    ["| Name | Meaning |", "| Name | Meaning |\n| --- | --- |"],
    ["| Name | Meaning |\n", "| Name | Meaning |\n| --- | --- |"],
    ["| Name | Meaning |\n| --", "| Name | Meaning |\n| --- | --- |"],
    ["| Name | Meaning |\n| --- | ---:", "| Name | Meaning |\n| --- | --- |"],
    ["- item\n\n  | A | B", "- item\n\n  | A | B |\n  | --- | --- |"],
  ])("makes a table of %j", (text, table) => {
    expect(completeTail(text)).toBe(table);
  });

  it.each([
    "| A | B |\n| - | - |\n| 1 |",
    "| A |\n| - |\n| 1 |\n|",
    "```\n| A | B",
    "a | b",
    "either `a|b` or",
    "**bold*",
    "2 * 3",
  ])("leaves %j as it is", (text) => {
    expect(completeTail(text)).toBe(text);
  });

  it.each([
    ["Some `", "Some "],
    ["Some **", "Some "],
    ["```js\na\n``", "```js\na\n"],
    ["``", ""],
  ])("does not show the signs at the end of %j", (text, shown) => {
    expect(completeTail(text)).toBe(shown);
  });
});
