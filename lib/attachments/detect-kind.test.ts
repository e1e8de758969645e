import { expect, it } from "vitest";
import { detectKind } from "./detect-kind";
import { readText } from "./read-text";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part)))),
  );

it.each([
  ["a PDF under another name", bytes("%PDF-1.7\n", [0, 255, 254]), "notes.txt", "pdf"],
  ["a PDF behind some garbage", bytes("x".repeat(500), "%PDF-1.4"), "a.pdf", "pdf"],
  ["text that calls itself a PDF", bytes("just text"), "a.pdf", "text"],
  ["Markdown", bytes("# Title"), "README.MD", "markdown"],
  ["UTF-8 with a mark", bytes([0xef, 0xbb, 0xbf], "text"), "a.txt", "text"],
  ["UTF-16 with a mark", bytes([0xff, 0xfe, 0x41, 0x00]), "a.txt", "text"],
  ["a log with colours", bytes("\u001b[31mred\u001b[0m"), "a.log", "text"],
  ["text that begins like a picture", bytes("BMW builds cars"), "a.txt", "text"],
  ["a picture", bytes([0xff, 0xd8, 0xff, 0xe0]), "a.md", "image"],
  ["an archive", bytes("PK", [3, 4, 255]), "a.docx", "document"],
  ["Latin-1", bytes("caf", [0xe9]), "a.txt", "other"],
  ["UTF-16 without its other half", bytes([0xff, 0xfe, 0x41]), "a.txt", "other"],
  ["a program", bytes([0x7f, 0x45, 0x4c, 0x46, 0, 0]), "a", "other"],
  ["nothing", bytes(), "a.txt", "empty"],
  ["a mark alone", bytes([0xef, 0xbb, 0xbf]), "a.txt", "empty"],
])("tells %s by its content", (_, content, name, kind) => {
  expect(detectKind(content, name)).toBe(kind);
});

it("reads a text without its mark, and ends lines as everything else here does", () => {
  expect(readText(bytes([0xef, 0xbb, 0xbf], "a\r\nb\rc\fd"))).toMatchObject({
    text: "a\nb\nc\nd",
    isCut: false,
  });
  expect(readText(bytes([0xff, 0xfe, 0x41, 0x00, 0x0a, 0x00]))).toMatchObject({ text: "A\n" });
  expect(readText(bytes([0xff]))).toEqual({ failure: "broken" });
});
