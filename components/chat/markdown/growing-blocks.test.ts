import fc from "fast-check";
import { marked } from "marked";
import { describe, expect, it, vi } from "vitest";
import { GrowingBlocks } from "./growing-blocks";
import { LineState } from "./line-state";

function blocksOf(text: string): string[] {
  return new GrowingBlocks().read(text).flatMap((section) => section.map((block) => block.text));
}

const pieces = [
  ..."#*_`~>-+1.|\n\n\n ".split(""),
  ...[
    "\n\n",
    "\n",
    "\r\n",
    "```",
    "```js\n",
    "\n```\n",
    "~~~\n",
    "    ",
    "- item\n",
    "1. one\n\n   more\n",
    "> quote\n",
  ],
  ...[
    "<pre>\n",
    "</pre>\n",
    "<!-- ",
    "-->",
    "| a | b |\n| - | - |\n",
    "text",
    "**bold",
    "## head\n",
    "---\n",
    "<div>\n",
  ],
];
// The parser that is compared with takes a line of spaces for a row of a table and does not know tabs behind a fence.
const markdown = fc
  .array(fc.constantFrom(...pieces), { maxLength: 60 })
  .map((parts) => parts.join("").replaceAll(/^[ \t]+$/gm, ""));

describe("GrowingBlocks", () => {
  it("cuts between top-level blocks", () => {
    expect(blocksOf("# One\n\ntext\nmore\n\n- a\n\n- b\n\n  c\n\nend")).toEqual([
      "# One\n\n",
      "text\nmore\n\n",
      "- a\n\n- b\n\n  c\n\n",
      "end",
    ]);
  });

  it.each([
    "```js\na\n\nb\n```",
    "~~~\n```\n\n# no heading\n~~~",
    "- item\n\n  ```\n  code\n\n  more\n  ```\n- next",
    "1. ```js\n   a\n\n   b\n   ```",
    "    code\n\n    more code",
    "<!-- a\n\n# b -->",
    "<pre>\n\n# b\n</pre>",
    "````\n```\n\nstill code\n````",
    "+    ```\n```\n\n\n#",
    "</pre>\n<!-- \n```\n\n```\n-->1. one\n\n   more\n",
  ])("keeps %j whole", (text) => {
    expect(blocksOf(text)).toEqual([text]);
  });

  it.each(["``` `x` ```\n\nA paragraph.", "> ```\n\nA paragraph."])("goes on behind %j", (text) => {
    expect(blocksOf(text).at(-1)).toMatch(/^A(nother| paragraph)\.$/);
  });

  it("loses nothing, and the pieces it came in do not matter", () => {
    fc.assert(
      fc.property(markdown, fc.array(fc.nat(200), { maxLength: 8 }), (text, cuts) => {
        const growing = new GrowingBlocks();
        for (const cut of cuts.toSorted((left, right) => left - right)) growing.read(text.slice(0, cut));
        const blocks = growing.read(text).flat();
        expect(blocks.map((block) => block.text)).toEqual(blocksOf(text));
        expect(blocks.map((block) => block.text).join("")).toBe(text);
      }),
    );
  });

  it("never cuts what a parser of the whole text keeps together", () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const whole = marked.parse(text, { async: false });
        const inBlocks = blocksOf(text)
          .map((block) => marked.parse(block, { async: false }))
          .join("");
        expect(inBlocks.replace(/\s+/g, "")).toBe(whole.replace(/\s+/g, ""));
      }),
      { numRuns: 3000 },
    );
  });

  it("keeps full sections as they are while the text grows, and a heading with what follows", () => {
    const growing = new GrowingBlocks();
    const first = growing.read(`${"a\n\n".repeat(11)}# Head\n\nb\n\nc`);
    const second = growing.read(`${"a\n\n".repeat(11)}# Head\n\nb\n\nc and d\n\ne`);
    expect(first).toHaveLength(2);
    expect(second[0]).toBe(first[0]);
    expect(first[0]?.at(-1)?.text).toBe("b\n\n");
  });

  it("starts over with another text", () => {
    const growing = new GrowingBlocks();
    growing.read("a\n\n".repeat(30));
    expect(growing.read("b")).toEqual([[{ start: 0, text: "b" }]]);
  });

  it("reads each line once", () => {
    const read = vi.spyOn(LineState.prototype, "beginsBlock");
    const growing = new GrowingBlocks();
    let text = "";
    for (let index = 0; index < 500; index++) {
      for (const part of ["A line ", "of text.\n", "\n"]) {
        text += part;
        growing.read(text);
      }
    }
    expect(read).toHaveBeenCalledTimes(1000);
  });
});
