import { expect, it } from "vitest";
import { splitBlocks, splitSentences } from "./split-blocks";

it("keeps a list, a table and code with the sentence before them", () => {
  const markdown =
    "First.\n\nSet these:\n\n```sh\nA=1\n```\n\nThen:\n\n- one\n- two\n\n| a |\n| - |\n| 1 |\n\nLast.";
  expect(splitBlocks(markdown).map((block) => block.parts.map((part) => part.kind))).toEqual([
    ["prose"],
    ["prose", "code"],
    ["prose", "list", "table"],
    ["prose"],
  ]);
});

it("finds sentences as they stand, over the ends of wrapped lines", () => {
  const [block] = splitBlocks(
    "Set `KEY`, e.g. in `.env`, and restart\nthe server. See lib/config.ts. It costs 3.5 USD.",
  );
  expect(block?.parts.flatMap(splitSentences)).toEqual([
    "Set `KEY`, e.g. in `.env`, and restart\nthe server.",
    "See lib/config.ts.",
    "It costs 3.5 USD.",
  ]);
});

it("takes items and rows for sentences, and no code", () => {
  const sentencesOf = (markdown: string) =>
    splitBlocks(markdown).flatMap((block) => block.parts.flatMap(splitSentences));
  expect(sentencesOf("- one\n  more of it\n- two")).toEqual(["one\n  more of it", "two"]);
  expect(sentencesOf("| a | b |\n| - | - |\n| 1 | 2 |")).toEqual(["| 1 | 2 |"]);
  expect(sentencesOf("```\nls. Now.\n```")).toEqual([]);
});
