import { expect, it } from "vitest";
import { attachments } from "@/lib/config/attachments";
import { cleanName } from "./clean-name";

it.each([
  ["report.pdf", "report.pdf"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\me\\notes.txt", "notes.txt"],
  ["fdp.exe\u202etxt", "fdp.exetxt"],
  ["line\nbreak\0.txt", "linebreak.txt"],
  ["Grüße 测试.md", "Grüße 测试.md"],
  ["", "file"],
  ["..", "file"],
  ["/", "file"],
  ["\u200b", "file"],
])("%j becomes %j", (name, clean) => {
  expect(cleanName(name)).toBe(clean);
});

it("shortens a long name and keeps its ending", () => {
  const clean = cleanName(`${"😀".repeat(300)}.pdf`);
  expect(clean.length).toBeLessThanOrEqual(attachments.maxNameLength);
  expect(clean).toMatch(/….pdf$/);
  expect(clean.isWellFormed()).toBe(true);
});
