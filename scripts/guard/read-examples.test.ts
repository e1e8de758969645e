import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readExamples } from "./read-examples";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "examples-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const good = { text: "How do I bake bread?", label: "benign", family: "plain", lang: "en" };

it("reads every file of a folder in order of their names", () => {
  writeFileSync(join(folder, "b.jsonl"), `${JSON.stringify({ ...good, text: "second" })}\n`);
  writeFileSync(join(folder, "a.jsonl"), `${JSON.stringify({ ...good, text: "first" })}\n`);
  writeFileSync(join(folder, "notes.txt"), "no examples");
  expect(readExamples(folder).map(({ text }) => text)).toEqual(["first", "second"]);
});

it.each([
  "{",
  '{"text":"no label"}',
  JSON.stringify({ ...good, label: "maybe" }),
  JSON.stringify({ ...good, text: "" }),
])("names the file and the line of what is no example: %s", (line) => {
  writeFileSync(join(folder, "mine.jsonl"), `${JSON.stringify(good)}\n${line}\n`);
  expect(() => readExamples(folder)).toThrow("mine.jsonl, line 2");
});
