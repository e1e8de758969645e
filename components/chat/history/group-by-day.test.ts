import { expect, it } from "vitest";
import { groupByDay } from "./group-by-day";

const chat = (updatedAt: string, isPinned = false) => ({ id: updatedAt, title: "", updatedAt, isPinned });
const now = Date.parse("2026-06-15T01:30:00Z");

function groups(offsetMinutes: number, ...chats: ReturnType<typeof chat>[]) {
  return groupByDay(chats, now, offsetMinutes).map(([name, { length }]) => [name, length]);
}

it("puts chats under the day of the reader's own clock", () => {
  const times = ["2026-06-15T00:10:00Z", "2026-06-14T23:50:00Z", "2026-06-14T00:10:00Z"].map((at) =>
    chat(at),
  );
  expect(groups(0, ...times)).toEqual([
    ["today", 1],
    ["yesterday", 2],
  ]);
  // New York, where it is still the 14th.
  expect(groups(240, ...times)).toEqual([
    ["today", 2],
    ["yesterday", 1],
  ]);
});

it("keeps a week together, pinned chats apart, and clocks that disagree under today", () => {
  const times = [
    "2026-06-16T00:00:00Z",
    "2026-06-13T12:00:00Z",
    "2026-06-08T00:00:00Z",
    "2026-06-07T23:59:59Z",
  ];
  expect(groups(0, ...times.map((at) => chat(at)), chat("2020-01-01T00:00:00Z", true))).toEqual([
    ["pinned", 1],
    ["today", 1],
    ["week", 2],
    ["older", 1],
  ]);
  expect(groups(0)).toEqual([]);
});
