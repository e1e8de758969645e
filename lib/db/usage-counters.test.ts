import { describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/test/database";
import { closePool, getPool, type Queryable } from "./pool";
import { type GatedWork, grantUsage, type UsageLimits } from "./usage-counters";

useTestDatabase();

const unlimited: UsageLimits = {
  turnsPerMinute: null,
  turnsPerDay: null,
  tokensPerDay: null,
  nanosPerDay: null,
};

async function grant(subject: string, limits: Partial<UsageLimits>, tokens = 10n, nanos = 100n) {
  const scopes = [{ subject, limits: { ...unlimited, ...limits } }];
  return refusalOf(grantUsage({ tokens, nanos }, scopes));
}

async function refusalOf(granting: ReturnType<typeof grantUsage>) {
  const refusal = await granting;
  if (refusal === "declined") throw new Error("Nothing was there to decline.");
  return refusal;
}

async function usedBy(subject: string) {
  const { rows } = await getPool().query("SELECT * FROM usage_counters WHERE subject = $1", [subject]);
  return rows[0];
}

const charge = { tokens: 10n, nanos: 100n };

function workOf(name: string): GatedWork {
  return { name, lockFirst: "SELECT 1", steps: "", gate: "", values: [] };
}

async function countDeadlocks() {
  // Each connection hands in its figures now and then; a new one sees what the others have by then.
  await closePool();
  const { rows } = await getPool().query<{ deadlocks: number }>(
    "SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()",
  );
  return rows[0]?.deadlocks ?? 0;
}

async function countWaiting() {
  const { rows } = await getPool().query(
    "SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 77 AND NOT granted",
  );
  return rows.length;
}

describe("grantUsage", () => {
  it("grants exactly what the limit allows, however many ask at once", async () => {
    const results = await Promise.all(
      Array.from({ length: 200 }, () => grant("parallel", { turnsPerDay: 50 })),
    );
    expect(results.filter((refusal) => refusal === null)).toHaveLength(50);
    expect(await usedBy("parallel")).toMatchObject({ day_turns: 50, day_tokens: "500", day_nanos: "5000" });
  });

  it("never lets parallel requests overspend money", async () => {
    const results = await Promise.all(
      Array.from({ length: 100 }, () => grant("money", { nanosPerDay: 1_050n }, 0n, 100n)),
    );
    expect(results.filter((refusal) => refusal === null)).toHaveLength(10);
    expect(await usedBy("money")).toMatchObject({ day_nanos: "1000" });
  });

  it("takes nothing when one limit refuses", async () => {
    await grant("all-or-nothing", {});
    const refusal = await grant("all-or-nothing", { turnsPerMinute: 100, tokensPerDay: 15 });
    expect(refusal?.limit).toBe("tokensPerDay");
    expect(refusal?.retryAfterSeconds).toBeGreaterThan(0);
    expect(await usedBy("all-or-nothing")).toMatchObject({ minute_turns: 1, day_turns: 1, day_tokens: "10" });
  });

  it("refuses the first request, too, when it alone is over the limit", async () => {
    expect((await grant("first", { nanosPerDay: 99n }))?.limit).toBe("nanosPerDay");
    expect(await usedBy("first")).toBeUndefined();
  });

  it("names the minute when only the minute is full, and waits no longer than that", async () => {
    await grant("minute", { turnsPerMinute: 1 });
    const refusal = await grant("minute", { turnsPerMinute: 1, turnsPerDay: 100 });
    expect(refusal?.limit).toBe("turnsPerMinute");
    expect(refusal?.retryAfterSeconds).toBeLessThanOrEqual(60);
  });

  it("starts afresh when a window has passed", async () => {
    await grant("window", { turnsPerMinute: 1 });
    await getPool().query(
      "UPDATE usage_counters SET minute_start = minute_start - interval '1 minute', day_start = day_start - interval '1 day' WHERE subject = 'window'",
    );
    expect(await grant("window", { turnsPerMinute: 1, turnsPerDay: 1 })).toBeNull();
    expect(await usedBy("window")).toMatchObject({ minute_turns: 1, day_turns: 1 });
  });

  it("takes from every scope or from none", async () => {
    const limits = { ...unlimited, turnsPerDay: 10 };
    const shared = { subject: "address:x", limits: { ...unlimited, turnsPerDay: 3 } };
    const ask = (user: string) => grantUsage(charge, [{ subject: `user:${user}`, limits }, shared]);
    expect([await ask("a"), await ask("a"), await ask("b")]).toEqual([null, null, null]);
    expect(await ask("b")).toMatchObject({ limit: "turnsPerDay" });
    expect(await ask("new")).toMatchObject({ limit: "turnsPerDay" });
    expect(await usedBy("address:x")).toMatchObject({ day_turns: 3, day_tokens: "30", day_nanos: "300" });
    expect(await usedBy("user:a")).toMatchObject({ day_turns: 2 });
    expect(await usedBy("user:b")).toMatchObject({ day_turns: 1, minute_turns: 1 });
    expect(await usedBy("user:new")).toBeUndefined();
  });

  it("grants exactly what a shared limit allows to many at once, without a deadlock", async () => {
    const shared = { subject: "zz:shared", limits: { ...unlimited, turnsPerDay: 40 } };
    const other = { subject: "aa:shared", limits: unlimited };
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, i) => {
        const own = { subject: `user:many-${i % 20}`, limits: unlimited };
        // The order they are named in must not matter.
        const scopes = i % 2 === 0 ? [shared, own, other] : [other, own, shared];
        return grantUsage({ tokens: 1n, nanos: 1n }, scopes);
      }),
    );
    expect(results.filter((refusal) => refusal === null)).toHaveLength(40);
    expect(await usedBy("zz:shared")).toMatchObject({ day_turns: 40 });
    expect(await usedBy("aa:shared")).toMatchObject({ day_turns: 40 });
    const { rows } = await getPool().query(
      "SELECT sum(day_turns)::int AS turns FROM usage_counters WHERE subject LIKE 'user:many-%'",
    );
    expect(rows).toEqual([{ turns: 40 }]);
  });

  it("makes the counters of many first turns at once, and what belongs to them, without a deadlock", async () => {
    const shared = { subject: "zz:known", limits: unlimited };
    await grantUsage(charge, [shared]);
    const before = await countDeadlocks();
    const work = {
      ...workOf("first-turns"),
      more: async (db: Queryable) => void (await db.query("SELECT pg_sleep(0.005)")),
    };
    const results = await Promise.all(
      Array.from({ length: 120 }, (_, i) =>
        grantUsage(charge, [{ subject: `aa:first-${i % 30}`, limits: unlimited }, shared], work),
      ),
    );
    expect(results.filter((refusal) => refusal === null)).toHaveLength(120);
    expect(await usedBy("zz:known")).toMatchObject({ day_turns: 121 });
    expect(await countDeadlocks()).toBe(before);
  });

  it("takes nothing when what belongs to the work fails", async () => {
    await grant("undone", {});
    const more = () => Promise.reject(new Error("No room."));
    const scopes = [{ subject: "undone", limits: unlimited }];
    await expect(grantUsage(charge, scopes, { ...workOf("undone"), more })).rejects.toThrow("No room.");
    expect(await usedBy("undone")).toMatchObject({ day_turns: 1 });
  });

  it("tries again when the database ends it in a deadlock", async () => {
    await grant("circle", {});
    const before = await countDeadlocks();
    const other = await getPool().connect();
    // Ours is the one that looks first, after a second, and is ended.
    await other.query("BEGIN; SET LOCAL deadlock_timeout = '20s'; SELECT pg_advisory_xact_lock(77)");
    const work = {
      ...workOf("circle"),
      steps: "waited AS MATERIALIZED (SELECT pg_advisory_xact_lock(77) FROM granted WHERE by_all),",
      gate: "waited",
    };
    const granting = grantUsage(charge, [{ subject: "circle", limits: unlimited }], work);
    await vi.waitFor(async () => expect(await countWaiting()).toBe(1));
    await other.query("SELECT FROM usage_counters WHERE subject = 'circle' FOR UPDATE");
    await other.query("COMMIT");
    other.release();
    expect(await granting).toBeNull();
    expect(await usedBy("circle")).toMatchObject({ day_turns: 2 });
    expect(await countDeadlocks()).toBe(before + 1);
  });

  it("says the longest wait when several scopes refuse", async () => {
    await grant("both", {});
    const scopes = [
      { subject: "both", limits: { ...unlimited, turnsPerMinute: 1 } },
      { subject: "another", limits: { ...unlimited, nanosPerDay: 0n } },
    ];
    const refusal = await refusalOf(grantUsage({ tokens: 1n, nanos: 1n }, scopes));
    expect(refusal?.limit).toBe("nanosPerDay");
  });
});
