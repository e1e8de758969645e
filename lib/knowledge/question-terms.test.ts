import { expect, it } from "vitest";
import { questionTerms } from "./question-terms";

const ownWords = (question: string, earlier?: string) =>
  questionTerms(question, earlier)
    .filter((term) => term.weight === 1 && term.next === undefined)
    .map((term) => term.text);

it("keeps the words that say something", () => {
  expect(ownWords("How do I add a provider?")).toEqual(["add", "provider"]);
  expect(ownWords("Hey, could you please tell me what this is about")).toEqual([]);
});

it("keeps names whole and offers their parts", () => {
  const terms = questionTerms("llama.cpp");
  expect(terms.map(({ text, weight }) => [text, weight === 1])).toContainEqual(["llama.cpp", true]);
  expect(terms.map(({ text }) => text)).toEqual(expect.arrayContaining(["llama", "cpp"]));
});

it("finds a concept by its synonyms, for less", () => {
  const terms = questionTerms("spending");
  expect(terms.every((term) => term.concept === 0)).toBe(true);
  expect(terms.find((term) => term.text === "cost")?.weight).toBeLessThan(1);
});

it("reads an expression as one concept", () => {
  expect(ownWords("how do I log in")).not.toContain("log");
});

it("reads a question that leans on the one before together with it", () => {
  expect(ownWords("and for anthropic?", "where do I put the openai key")).toEqual(
    expect.arrayContaining(["anthropic", "openai", "key"]),
  );
  expect(ownWords("where is the database?", "where do I put the openai key")).toEqual(["database"]);
});

it("is bounded, whatever is pasted", () => {
  const pasted = Array.from({ length: 8_000 }, (_, index) => `word${index}`).join(" ");
  expect(ownWords(pasted)).toHaveLength(48);
  expect(ownWords(pasted)).toEqual(expect.arrayContaining(["word0", "word7999"]));
  expect(questionTerms("x".repeat(100_000)).every((term) => term.text.length <= 42)).toBe(true);
});
