import { expect, it } from "vitest";
import { scorePieces } from "./score-pieces";

const best = (question: string, texts: readonly string[]): number => {
  const scores = scorePieces(question, texts);
  return scores.indexOf(Math.max(...scores));
};

it("prefers rare words of the question over those that are everywhere", () => {
  const texts = ["The fox and the hen.", "The fox in Zwickau.", "The fox and the goose."];
  expect(best("Which fox lives in Zwickau?", texts)).toBe(1);
});

it("finds words under other endings, and in scripts without blanks", () => {
  expect(best("When are invoices payable?", ["Nothing here.", "The invoice is due."])).toBe(1);
  expect(best("退款政策是什么", ["公司的历史很长。", "我们的退款政策如下。"])).toBe(1);
});

it("is a share from 0 to 1, and 0 where nothing is asked for", () => {
  const [whole = 0, half = 0] = scorePieces("red foxes", ["red foxes", "red hens"]);
  expect(whole).toBeCloseTo(1);
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(whole);
  expect(scorePieces("what is this about?", ["anything", "something"])).toEqual([0, 0]);
  expect(scorePieces("foxes", [])).toEqual([]);
});
