import { describe, expect, it } from "vitest";
import { foldWord } from "../views/fold-text";
import { findMentions } from "./find-mentions";
import { type Concept, concepts, type Lexicon } from "./lexicon";
import { lexiconGroups, shared } from "./lexicons";
import { longestDenial, mentionsOf } from "./match-rules";

const all: readonly Lexicon[] = [shared, ...lexiconGroups.flat()];

/** Whether a word is found at the start of a text that goes on with another. */
function isFound(word: string, concept: Concept): boolean {
  return mentionsOf(findMentions(`${word.trimEnd()} zzz`, false), concept).starts.includes(0);
}

it("has a bit for every group, English the first, and every language once", () => {
  expect(lexiconGroups.length).toBeLessThanOrEqual(32);
  expect(lexiconGroups[0]?.map(({ language }) => language)).toEqual(["en"]);
  expect(new Set(all.map(({ language }) => language)).size).toBe(all.length);
});

it("has no denial that is longer than is looked for", () => {
  const denials = all.flatMap(({ concepts: words }) => words.negate ?? []).map((word) => foldWord(word));
  for (const denial of denials) expect(denial.length, denial).toBeLessThanOrEqual(longestDenial);
});

describe.each(all)("the lexicon of $language", ({ concepts: words }) => {
  it("holds words that are found before another word, and none twice", () => {
    for (const concept of concepts) {
      const folded = (words[concept] ?? []).map((word) => foldWord(word));
      for (const word of folded)
        expect(isFound(word.replace(/\*$/, ""), concept), `${concept}: "${word}"`).toBe(true);
      const twice = folded.filter((word, index) => folded.indexOf(word) !== index);
      expect(twice, concept).toEqual([]);
    }
  });
});
