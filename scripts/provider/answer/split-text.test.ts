import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeLorem } from "./lorem";
import { splitText } from "./split-text";
import { countTokens } from "./tokens";

describe("splitText", () => {
  it.each(["tokens", "characters", { every: 7 }] as const)("loses nothing when it splits by %j", (split) => {
    const anyText = fc.string({ unit: "binary", maxLength: 400 });
    fc.assert(fc.property(anyText, (text) => splitText(text, split).join("") === text));
    fc.assert(fc.property(anyText, (text) => !splitText(text, split).includes("")));
  });

  it("never sends half of a character", () => {
    expect(splitText("a👩b", "characters")).toEqual(["a", "👩", "b"]);
    expect(splitText("a👩b", { every: 2 })).toEqual(["a👩", "b"]);
  });

  it("takes explicit pieces as they are", () => {
    expect(splitText("ignored", { pieces: ["sk-", "123"] })).toEqual(["sk-", "123"]);
  });

  it("cuts words about where a tokenizer does", () => {
    expect(splitText("The quick-witted internationalisation.", "tokens")).toEqual([
      "The",
      " quick",
      "-",
      "witted",
      " internat",
      "ionalisa",
      "tion",
      ".",
    ]);
  });
});

describe("writeLorem", () => {
  it.each([0, 1, 14, 200, 1000])("writes exactly %i tokens, always the same", (tokens) => {
    expect(countTokens(writeLorem(tokens))).toBe(tokens);
    expect(writeLorem(tokens)).toBe(writeLorem(tokens));
  });
});
