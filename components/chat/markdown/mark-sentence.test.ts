import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HastElement, type HastNode, type HastParent, textOf } from "./hast";
import { markSentence } from "./mark-sentence";

const text = (value: string): HastNode => ({ type: "text", value });
const element = (tagName: string, ...children: HastElement["children"]): HastElement => ({
  type: "element",
  tagName,
  properties: {},
  children,
});

function markedIn(tree: HastParent): string {
  return tree.children
    .map((child) => {
      if (child.type !== "element") return "";
      return child.tagName === "mark" ? textOf(child) : markedIn(child);
    })
    .join("");
}

function mark(tree: HastParent, sentence: string): string {
  markSentence({ sentence })(tree);
  return markedIn(tree);
}

describe("markSentence", () => {
  it("marks a sentence through bold, code and links, with its full stop", () => {
    const tree = {
      children: [
        element(
          "p",
          text("Before. "),
          element("strong", text("Give it")),
          text(" a "),
          element("code", text("name")),
        ),
        element("p", text("and a "), element("a", text("factory")), text("! After.")),
      ],
    };
    expect(mark(tree, "**Give it** a `name` and a [factory](/knowledge/factories#one)!")).toBe(
      "Give it a nameand a factory!",
    );
  });

  it("leaves the passage as it is when the sentence is not in it, or is empty", () => {
    for (const sentence of ["Something else.", "", "***"]) {
      const tree = { children: [element("p", text("A passage."))] };
      expect(mark(tree, sentence)).toBe("");
      expect(tree.children).toEqual([element("p", text("A passage."))]);
    }
  });

  it("never changes the text, and marks every letter of the sentence and no other", () => {
    const words = fc.array(fc.constantFrom("one", "zwei", "τρία", "四", "𝟓", "(", "). ", " ", "**"), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, words, words, (before, wanted, after) => {
        const sentence = wanted.join("");
        const tree = {
          children: [
            element("p", text(before.join("")), element("em", text(sentence)), text(after.join(""))),
          ],
        };
        const whole = textOf(tree);
        const lettersOf = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, "");
        expect(lettersOf(mark(tree, sentence))).toBe(lettersOf(sentence));
        expect(textOf(tree)).toBe(whole);
      }),
    );
  });
});
