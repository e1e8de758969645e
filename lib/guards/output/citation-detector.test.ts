import { expect, it } from "vitest";
import { createOutputGuard } from "./create-output-guard";

it("keeps citations of passages that exist and marks the others", () => {
  const text = "Rye [1], oat [3], both [1, 2] or [2-9][2]. `x [9]` [5](/a)\n```\n[8]\n```\nend [9]";
  const guard = createOutputGuard({ surface: "text", passageNumbers: [1, 2] });
  expect((guard.push(text) + guard.flush()).replaceAll("\u00a0", " ")).toBe(
    "Rye [1], oat (source missing), both [1, 2] or (source missing)[2]. `x [9]` [5](/a)\n```\n[8]\n```\n" +
      "end (source missing)",
  );
});

it.each([
  ["as documented[9].", "as documented(source missing)."],
  ["both say[1][9] so", "both say[1] (source missing) so"],
  ["of [1;9] and [ 9 ] and 【9】", "of (source missing) and (source missing) and (source missing)"],
  ["from [1-3] on, [1\u20133] too", "from (source missing) on, (source missing) too"],
  [
    "[1-2], 【2】, [2024], [1-], [ ], [-], [x] and [] stay",
    "[1-2], 【2】, [2024], [1-], [ ], [-], [x] and [] stay",
  ],
  ["on [0, 1], a[0] and [0-9]", "on [0, 1], a[0] and [0-9]"],
  ["$x \\in [3, 5]$ but [5] and $9 [5]", "$x \\in [3, 5]$ but (source missing) and $9 (source missing)"],
  ["$$[3,\n5]$$ \\([3, 5]\\) \\[[3, 5]\\] [5]", "$$[3,\n5]$$ \\([3, 5]\\) \\[[3, 5]\\] (source missing)"],
  ["$x$[3] a $[3] b\n[3] $$\n\n[3]", "$x$(source missing) a $[3] b\n(source missing) $$\n\n(source missing)"],
])("takes for a citation what the page does: %j", (text, shown) => {
  for (const pieces of [[text], text.split("")]) {
    const guard = createOutputGuard({ surface: "text", passageNumbers: [1, 2] });
    expect(
      (pieces.map((piece) => guard.push(piece)).join("") + guard.flush()).replaceAll("\u00a0", " "),
    ).toBe(shown);
  }
});

it("leaves numbers in brackets alone when the answer has no passages", () => {
  const guard = createOutputGuard({ surface: "text" });
  expect(guard.push("see [12] there") + guard.flush()).toBe("see [12] there");
});
