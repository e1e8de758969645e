import { describe, expect, it } from "vitest";
import { foldWord } from "../views/fold-text";
import { compilePhrases, readWords, toSource } from "./compile-phrases";
import { decisionWords, topicWords } from "./topic-words";

const found = (phrase: string, text: string) =>
  [...compilePhrases([phrase])(readWords(text))].map(({ start, end }) => text.slice(start, end));

describe("compilePhrases", () => {
  it.each([
    ["sell my house", "shall i sell my, well, sell  my\nhouse?", ["sell  my\nhouse"]],
    ["(buy|sell) (my )?gold", "buy gold or sell my gold", ["buy gold", "sell my gold"]],
    ["invest*", "investing, reinvested", ["investing"]],
    ["i ~2 jump", "i really will jump, i would never ever jump", ["i really will jump"]],
    ["live(?! in)", "live in peace; live", ["live"]],
    ["i don't", "i dont, i don't", ["i dont", "i don't"]],
    ["want to live$", "i want to live there. i want to live.", ["want to live"]],
    ["死にた(い|く(?!な))", "死にたくない、死にたい", ["死にたい"]],
    ["죽고 ?싶", "죽고싶어 죽고 싶어", ["죽고싶", "죽고 싶"]],
  ])("finds %s in %s", (phrase, text, expected) => {
    expect(found(phrase, text)).toEqual(expected);
  });

  it("bounds all that may repeat, so that a search is linear whatever a text is made of", () => {
    const phrases = [
      ...decisionWords,
      ...topicWords.flatMap(({ subjects, certain }) => [...subjects, ...certain]),
    ];
    const unbounded = phrases
      .map((phrase) => toSource(foldWord(phrase)))
      .filter((source) => /(?<!\\)[*+]|\{\d+,\}/.test(source));
    expect(phrases.length).toBeGreaterThan(700);
    expect(unbounded).toEqual([]);
    expect(toSource("end* it ~2 all")).toMatch(/\{0,20\}.*\{0,2\}/);
  });

  it("finds nothing for no phrases, and refuses one that begins with no word", () => {
    expect([...compilePhrases([])(readWords("any text"))]).toEqual([]);
    expect(() => compilePhrases(["(a |)b", "(*|a) b"])).toThrow("must begin with a word");
  });
});
