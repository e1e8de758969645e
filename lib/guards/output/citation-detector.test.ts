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
