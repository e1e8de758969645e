import { expect, it } from "vitest";
import { createAnchors } from "./heading-anchors";

it("makes anchors as GitHub does", () => {
  const toAnchor = createAnchors();
  expect(toAnchor("How do I use Anthropic (Claude)?")).toBe("how-do-i-use-anthropic-claude");
  expect(toAnchor("What does MODEL_CHAIN do?")).toBe("what-does-model_chain-do");
  expect(toAnchor("Größe & Maß – 2 × 3")).toBe("größe--maß--2--3");
});

it("numbers headings of the same text", () => {
  const toAnchor = createAnchors();
  expect(["Notes", "Notes", "notes!"].map(toAnchor)).toEqual(["notes", "notes-1", "notes-2"]);
});
