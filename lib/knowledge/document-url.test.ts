import { expect, it } from "vitest";
import { documentUrl, resolveLink } from "./document-url";

it.each([
  ["guards.md", "/knowledge/guards"],
  ["./guards.md#what-is-a-guard", "/knowledge/guards#what-is-a-guard"],
  ["Return%20Policy.md", "/knowledge/return-policy"],
  ["#below", "/knowledge/here#below"],
  ["https://example.com/guards.md", "https://example.com/guards.md"],
  ["/knowledge/guards", "/knowledge/guards"],
  ["../README.md", "../README.md"],
])("takes a link to %s for %s", (target, resolved) => {
  expect(resolveLink(target, "here")).toBe(resolved);
});

it("escapes what an address cannot hold", () => {
  expect(documentUrl("größe")).toBe("/knowledge/gr%C3%B6%C3%9Fe");
});
