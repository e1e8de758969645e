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

it("ends no piece inside of what must not be broken, however long that is", () => {
  const { pieceLength } = attachments;
  const text = "word ".repeat(2_000);
  const short = { start: pieceLength - 8, end: pieceLength + 8 };
  const long = { start: 3_003, end: 3_003 + 2 * pieceLength };
  const pieces = splitText(`Page one\f${text}`, [short, long]);
  expect(pieces.map((piece) => piece.text).join("")).toBe(`Page one${text}`);
  for (const { start, end } of [short, long])
    expect(pieces.filter((piece) => piece.start < end && piece.end > start)).toHaveLength(1);
  expect(splitText("12\f34", [{ start: 0, end: 5 }]).map(({ end }) => end)).toEqual([2, 5]);
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
