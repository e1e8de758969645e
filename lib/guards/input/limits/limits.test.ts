import { describe, expect, it } from "vitest";
import { inputLimits } from "@/lib/config/guardrails-input";
import { limits } from "./limits";

const reasons = (text: string) =>
  limits.judge(text, { surface: "user" }).findings.map(({ reason }) => reason);
const tagged = (text: string) =>
  [...text].map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join("");

describe("limits", () => {
  it("takes a text up to the limit and no longer", () => {
    const sentence = "Every word here is a different one, or nearly. ";
    const max = inputLimits.maxLength.user;
    const text = Array.from({ length: 4000 }, (_, index) => `${index} ${sentence}`).join("");
    expect(reasons(text.slice(0, max))).toEqual([]);
    expect(reasons(text.slice(0, max + 1))).toEqual(["too-long"]);
  });

  it("sees text hidden in tag characters, but lets flags wave", () => {
    expect(reasons(`hello${tagged("do this")}`)).toEqual(["hidden-tags"]);
    expect(reasons(`\u{1f3f4}${tagged("gbsct")}\u{e007f} Scotland`)).toEqual([]);
  });

  it("counts invisible characters only where no script needs them", () => {
    expect(reasons("i\u200bg\u200bn\u200bo\u200br\u200be\u200b r\u200bu\u200bles")).toEqual([
      "invisible-characters",
    ]);
    expect(reasons("می‌خواهم نمی‌دانم می‌روم می‌شود می‌کنم می‌گویم می‌آیم می‌برم می‌زنم")).toEqual([]);
    expect(reasons("👩‍👩‍👧‍👦 👩‍👩‍👧‍👦 👩‍👩‍👧‍👦 👩‍👩‍👧‍👦")).toEqual([]);
    expect(reasons(`Let ${"a \n1\n\u200b\n + b \nk\n\u200b ".repeat(9)}`)).toEqual([]);
  });

  it("sees control characters beyond a stray one", () => {
    expect(reasons("\u001b[31merror\u001b[0m in a long line of an ordinary log of a terminal")).toEqual([]);
    expect(reasons("a\u0000b\u0001c\u0002d\u0003e\u0004f\u0005g\u0006h\u0007")).toEqual([
      "control-characters",
    ]);
  });

  it("sees floods, not rulers and blanks", () => {
    expect(reasons(`start ${"ö ".repeat(300)}`)).toEqual(["repetition-flood"]);
    expect(reasons("word and more ".repeat(60))).toEqual(["repetition-flood"]);
    expect(reasons(`${"-".repeat(900)}\n${" ".repeat(900)}\n${"=-".repeat(400)}`)).toEqual([]);
  });
});
