import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citeSources } from "./cite-sources";
import { type HastElement, type HastNode, type HastParent, textOf } from "./hast";

const text = (value: string): HastNode => ({ type: "text", value });
const element = (tagName: string, ...children: HastElement["children"]): HastElement => ({
  type: "element",
  tagName,
  properties: {},
  children,
});

function marksIn(tree: HastParent): unknown[] {
  return tree.children.flatMap((child) => {
    if (child.type !== "element") return [];
    return child.tagName === "source-mark" ? [child.properties.number] : marksIn(child);
  });
}

describe("citeSources", () => {
  it("finds markers in a row, at the start and at the end", () => {
    const tree = { children: [element("p", text("[2] first[1][12] last[3]"))] };
    citeSources()(tree);
    expect(marksIn(tree)).toEqual([2, 1, 12, 3]);
  });

  it("leaves code and links alone", () => {
    const tree = {
      children: [
        element("pre", element("code", text("a[1]"))),
        element("a", text("[1]")),
        element("code", text("[1]")),
      ],
    };
    citeSources()(tree);
    expect(marksIn(tree)).toEqual([]);
  });

  it("takes nothing for a marker that is none", () => {
    const tree = { children: [element("p", text("[] [a] [1a] [-1] [1234] [ 1 ] 1]"))] };
    citeSources()(tree);
    expect(marksIn(tree)).toEqual([]);
  });

  it("never changes the text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("[1]", "[", "]", "12", " ", "word", "[9][8]", "😀")), (pieces) => {
        const tree = {
          children: [element("p", text(pieces.join("")), element("em", text(pieces.join("-"))))],
        };
        const before = textOf(tree);
        citeSources()(tree);
        expect(textOf(tree)).toBe(before);
      }),
    );
  });
});
