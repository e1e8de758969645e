import { expect, it } from "vitest";
import { attachments } from "@/lib/config/attachments";
import { splitText } from "./split-text";

it("keeps a short text whole, and pages apart", () => {
  expect(splitText("One piece.")).toEqual([{ start: 0, end: 10, text: "One piece.", page: null }]);
  expect(splitText("First\f\f  \fFourth")).toEqual([
    { start: 0, end: 5, text: "First", page: 1 },
    { start: 10, end: 16, text: "Fourth", page: 4 },
  ]);
  expect(splitText("")).toEqual([]);
});

it("ends pieces where paragraphs, lines or sentences do", () => {
  const paragraph = `${"A sentence of words. ".repeat(40).trim()}`;
  const pieces = splitText([paragraph, paragraph].join("\n\n"));
  expect(pieces.map(({ text }) => text.trim())).toEqual([paragraph, paragraph]);
  const [first] = splitText("A sentence of words. ".repeat(100));
  expect(first?.text.trimEnd()).toMatch(/words\.$/);
});

it.each([
  ["words", "word ".repeat(3_000)],
  ["no blanks at all", "x".repeat(5_000)],
  ["letters of two units", "😀".repeat(3_000)],
  ["pages", `${"page one ".repeat(300)}\f${"page two ".repeat(300)}`],
])("loses nothing of a long text of %s, and every place is right", (_, text) => {
  const pieces = splitText(text);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text.replaceAll("\f", ""));
  for (const piece of pieces) {
    expect(text.slice(piece.start, piece.end)).toBe(piece.text);
    expect(piece.text.length).toBeLessThanOrEqual(attachments.pieceLength);
    expect(piece.text.isWellFormed()).toBe(true);
  }
});
