import { expect, it } from "vitest";
import { createOutputGuard } from "./create-output-guard";

it("keeps citations of passages that exist and marks the others", () => {
  const text = "Rye [1], oat [3], both [1, 2] or [2-9][2]. arr[7] `x [9]` [5](/a)\n```\n[8]\n```\nend [9]";
  const guard = createOutputGuard({ surface: "text", passageNumbers: [1, 2] });
  expect((guard.push(text) + guard.flush()).replaceAll("\u00a0", " ")).toBe(
    "Rye [1], oat (source missing), both [1, 2] or (source missing)[2]. arr[7] `x [9]` [5](/a)\n```\n[8]\n```\n" +
      "end (source missing)",
  );
});

it("leaves numbers in brackets alone when the answer has no passages", () => {
  const guard = createOutputGuard({ surface: "text" });
  expect(guard.push("see [12] there") + guard.flush()).toBe("see [12] there");
});
