import { describe, expect, it } from "vitest";
import { plans } from "@/lib/config/plans";
import { followingLimits } from "./following-limits";

const member = { plan: "member", limits: null };
const { turnsPerDay } = plans.member;

describe("a guest's own limits", () => {
  it("follow as they are to the account that the guest makes, the generous ones too", () => {
    const limits = { turnsPerDay: turnsPerDay + 1, usdPerDay: null };
    expect(followingLimits(limits, member, true)).toEqual(limits);
  });

  it("tighten an account that was there, and loosen nothing", () => {
    const guest = { turnsPerDay: turnsPerDay + 1, turnsPerMinute: 1, tokensPerDay: null, usdPerDay: "4.99" };
    expect(followingLimits(guest, member, false)).toEqual({ turnsPerMinute: 1, usdPerDay: "4.99" });
  });

  it("leave what an admin decided of the account where that is stricter", () => {
    const limits = { turnsPerDay: 3, usdPerDay: "10.00", tokensPerDay: null };
    const guest = { turnsPerDay: 4, usdPerDay: "9.5", tokensPerDay: 100 };
    for (const isNew of [true, false])
      expect(followingLimits(guest, { plan: "member", limits }, isNew)).toEqual({
        turnsPerDay: 3,
        usdPerDay: "9.5",
        tokensPerDay: 100,
      });
  });

  it("bind a person whose plan has no limits", () => {
    const admin = { plan: "unlimited", limits: null };
    expect(followingLimits({ turnsPerDay: 0 }, admin, false)).toEqual({ turnsPerDay: 0 });
  });

  it("change nothing where there are none, none is stricter, or they cannot be read", () => {
    for (const guest of [null, undefined, {}, { turnsPerDay: null }, { turnsPerDay }, { x: 1 }, "none", []])
      expect(followingLimits(guest, member, false), JSON.stringify(guest)).toBeNull();
    expect(followingLimits({ turnsPerDay: 1 }, { plan: "gone", limits: { x: 1 } }, false)).toEqual({
      turnsPerDay: 1,
    });
  });
});
