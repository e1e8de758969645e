import { expect, it } from "vitest";
import { correctWord } from "./correct-word";

const vocabulary = new Map([
  ["database", 40],
  ["provider", 60],
  ["providers", 20],
  ["guard", 30],
  ["quota", 12],
  ["price", 25],
  ["prices", 9],
  ["break", 5],
  ["ollama", 3],
  ["environment", 7],
]);

it.each([
  ["databse", "database"],
  ["provder", "provider"],
  ["gaurd", "guard"],
  ["qouta", "quota"],
  ["ollma", "ollama"],
  ["enviroment", "environment"],
  ["envirnoment", "environment"],
  ["prise", null],
  ["rice", null],
  ["bread", null],
  ["gua", null],
  ["pineapple", null],
  ["429", null],
  ["", null],
])("takes %s for %s", (word, meant) => {
  expect(correctWord(word, vocabulary)).toBe(meant);
});

it("knows words that no passage has, such as synonyms", () => {
  expect(correctWord("pasword", new Map([["password", 0]]))).toBe("password");
});

it("prefers the nearer word, then the more frequent one", () => {
  expect(
    correctWord(
      "providrs",
      new Map([
        ["providers", 1],
        ["provider", 99],
      ]),
    ),
  ).toBe("providers");
  expect(
    correctWord(
      "stoore",
      new Map([
        ["store", 2],
        ["stoored", 9],
      ]),
    ),
  ).toBe("stoored");
});
