import { describe, expect, it } from "vitest";
import { ownLimitsSchema } from "@/lib/protocol/review/people";
import { readLimits, writeLimit } from "./read-limit";

const read = (fields: Readonly<Record<string, string>>) => readLimits((name) => fields[name] ?? "");

describe("readLimits", () => {
  it("tells the plan's limit, no limit and an own limit apart", () => {
    expect(read({ turnsPerDay: " None ", tokensPerDay: "500", usdPerDay: "1.50" })).toEqual({
      turnsPerDay: null,
      tokensPerDay: 500,
      usdPerDay: "1.50",
    });
  });

  it("reads back what it writes", () => {
    const limits = { turnsPerMinute: 3, turnsPerDay: null, usdPerDay: "0.25" };
    const fields = Object.fromEntries(
      Object.entries(limits).map(([name, limit]) => [name, writeLimit(limit)]),
    );
    expect(read(fields)).toEqual(limits);
  });

  it("leaves garbage to the server, which refuses it", () => {
    for (const garbage of [
      { turnsPerDay: "many" },
      { turnsPerDay: "-1" },
      { turnsPerDay: "1.5" },
      { usdPerDay: "1e3" },
    ])
      expect(ownLimitsSchema.safeParse(read(garbage)).success, JSON.stringify(garbage)).toBe(false);
  });
});
