import { expect, it } from "vitest";
import { shadowed } from "@/lib/protocol/finding";
import { forReview, verdictRows } from "./verdict-rows";

const judged = { turnId: "t", surface: "QUESTION" } as const;
const finding = { guard: "limits", reason: "too-long", start: 2, end: 5 };

it("a row in shadow mode says what would have come of it, withholds nothing and is put before nobody", () => {
  const rows = verdictRows(
    [...shadowed([{ ...finding, would: "block" }]), ...shadowed([{ ...finding, would: "allow" }])],
    judged,
  );
  expect(rows).toMatchObject([
    { verdict: "BLOCK", acted: false, withheldLength: 0 },
    { verdict: "ALLOW", acted: false, withheldLength: 0 },
  ]);
  expect(forReview(rows)).toEqual([]);
});

it("a row of what acted says how much it withheld", () => {
  expect(verdictRows([{ ...finding, action: "redact" }], judged)).toMatchObject([
    { verdict: "REDACT", acted: true, withheldLength: 3 },
  ]);
});

it("a row has the score of its own guard, and none where that gives none", () => {
  const [own, topic] = verdictRows(
    [
      { ...finding, action: "block", score: 0.97 },
      { ...finding, guard: "topics", action: "flag" },
    ],
    judged,
  );
  expect([own?.score, topic?.score]).toEqual([0.97, null]);
});
