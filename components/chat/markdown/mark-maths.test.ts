import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markMaths, readMaths } from "./mark-maths";

/** The formulas a reader would see, with what is around them. */
function read(text: string, isGrowing = false): string {
  return markMaths(text, isGrowing).replace(/`([\uE000\uE001][^`]*)`/g, (_, code: string) => {
    const maths = readMaths(code);
    return maths?.isDisplay ? `⟦${maths.formula}⟧` : `⟨${maths?.formula}⟩`;
  });
}

describe("markMaths", () => {
  it.each([
    ["so $x_i^2$ is", "so ⟨x_i^2⟩ is"],
    ["($a$, $b$)", "(⟨a⟩, ⟨b⟩)"],
    ["$5$ is five", "⟨5⟩ is five"],
    ["$2x + 3 = 7$", "⟨2x + 3 = 7⟩"],
    ["\\(a * b * c\\) and", "⟨a * b * c⟩ and"],
    ["$$\n\\sum_i x_i\n$$", "⟦\\sum_i x_i⟧"],
    ["\\[\nx\n\\]", "⟦x⟧"],
    ["- item\n\n  $$x$$", "- item\n\n  ⟦x⟧"],
    ["`a` $b$ `c`", "`a` ⟨b⟩ `c`"],
  ])("finds the maths in %j", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    "between $5 and $10",
    "$5, or $7.",
    "$5-$10 and $5/$10",
    "$5 and 10$",
    "US$5 or A$6 a month",
    "$HOME/$USER and $PATH",
    "costs \\$5 or \\$6",
    "`$x$` and ``$y$ ` $z$``",
    "```sh\necho $a$b $c$\n```",
    "~~~\n\\(x\\) $$y$$\n~~~",
    "```\n$x$",
    "a $ b $ c",
    "C:\\dir and f\\_g",
    "$$ $$",
  ])("leaves %j as it is", (text) => {
    expect(markMaths(text, false)).toBe(text);
  });

  it.each([
    ["so $x_i", "so "],
    ["so $", "so "],
    ["so \\", "so "],
    ["then\n\n$$\n\\sum_{i", "then\n\n"],
    ["done $a$ and \\(b", "done ⟨a⟩ and "],
    ["it costs $5", "it costs $5"],
    ["export $HOME", "export $HOME"],
    ["```\n$x", "```\n$x"],
    ["`a $b` and", "`a $b` and"],
  ])("shows of %j, which still grows, what is whole", (text, expected) => {
    expect(read(text, true)).toBe(expected);
  });

  it("takes any text, loses nothing that is no maths, and takes no time", () => {
    const piece = fc.constantFrom(
      "$",
      "$$",
      "\\(",
      "\\)",
      "\\[",
      "\\]",
      "\\",
      "`",
      "```",
      "\n",
      "x",
      " ",
      "5",
      "~~~",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), fc.boolean(), (pieces, isGrowing) => {
        const text = pieces.join("");
        const letters = (value: string) => value.replaceAll(/[^x5]/g, "");
        if (!isGrowing) expect(letters(markMaths(text, false))).toBe(letters(text));
        else expect(letters(text).startsWith(letters(markMaths(text, true)))).toBe(true);
      }),
    );
    const startMs = performance.now();
    for (const part of ["$$ a ", "\\( a ", "$a ", "` a ", "\\[\n"]) markMaths(part.repeat(10_000), true);
    expect(performance.now() - startMs).toBeLessThan(5_000);
  });
});
