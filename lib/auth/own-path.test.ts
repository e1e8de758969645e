import { expect, it } from "vitest";
import { ownPath } from "./own-path";

it("keeps a path of ours with its query and place", () => {
  for (const path of ["/", "/chat/a1", "/settings#usage", "/chat/a?b=%2F%2Fevil.example"])
    expect(ownPath(path)).toBe(path);
});

it("leads nowhere else", () => {
  for (const next of [
    undefined,
    "",
    "chat",
    ["/a", "/b"],
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    " //evil.example",
    "/ /evil.example\\@",
    "http:evil.example",
  ]) {
    const path = ownPath(next);
    expect(new URL(path, "http://us.example").origin, String(next)).toBe("http://us.example");
    expect(path.startsWith("//"), String(next)).toBe(false);
  }
  for (const next of ["//evil.example", "/\\evil.example", "/.//evil.example"])
    expect(ownPath(next)).toBe("/");
});
