import { describe, expect, it } from "vitest";
import { isWordCode } from "../is-word-code";
import { foldWord } from "../views/fold-text";
import { concepts, type Lexicon } from "./lexicon";
import { lexiconGroups, shared } from "./lexicons";

const all: readonly Lexicon[] = [shared, ...lexiconGroups.flat()];

it("has a bit for every group, English the first, and every language once", () => {
  expect(lexiconGroups.length).toBeLessThanOrEqual(32);
  expect(lexiconGroups[0]?.map(({ language }) => language)).toEqual(["en"]);
  expect(new Set(all.map(({ language }) => language)).size).toBe(all.length);
});

describe.each(all)("the lexicon of $language", ({ concepts: words }) => {
  it("holds words that can be met: they start with a letter, and none stands twice", () => {
    for (const concept of concepts) {
      const folded = (words[concept] ?? []).map((word) => foldWord(word));
      for (const word of folded) expect(isWordCode(word.charCodeAt(0)), `${concept}: "${word}"`).toBe(true);
      const twice = folded.filter((word, index) => folded.indexOf(word) !== index);
      expect(twice, concept).toEqual([]);
    }
  });
});
