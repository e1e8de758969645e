import { describe, expect, it } from "vitest";
import { plans } from "@/lib/config/plans";
import { planOf } from "./plan-of";

describe("planOf", () => {
  it("is the plan where there are no limits of their own", () => {
    expect(planOf({ plan: "member", limits: null })).toEqual(plans.member);
  });

  it("replaces key by key, and only what is given", () => {
    const limits = { turnsPerDay: 5, usdPerDay: null };
    expect(planOf({ plan: "member", limits })).toEqual({ ...plans.member, turnsPerDay: 5, usdPerDay: null });
  });

  it("takes what it cannot read for the plan's, and an unknown plan for the smallest: never for none", () => {
    for (const limits of [{ turnsPerDay: "many" }, { requests: null }, [], 7, "none", undefined])
      expect(planOf({ plan: "guest", limits }), JSON.stringify(limits)).toEqual(plans.guest);
    for (const plan of ["gone", "", "toString", "__proto__"])
      expect(planOf({ plan, limits: null }), plan).toEqual(plans.guest);
  });
});
