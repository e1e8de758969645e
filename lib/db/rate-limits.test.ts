import { expect, it } from "vitest";
import { useTestDatabase } from "@/test/database";
import { getPool } from "./pool";
import { giveBackRate, takeRates } from "./rate-limits";

useTestDatabase();

const slow = (key: string) => ({ key, perMinute: 1, burst: 5 });

it("lets a burst through and then makes the key wait", async () => {
  const results = await Promise.all(Array.from({ length: 20 }, () => takeRates([slow("burst")])));
  expect(results.filter((wait) => wait === null)).toHaveLength(5);
  const waits = results.filter((wait) => wait !== null);
  expect(Math.min(...waits)).toBeGreaterThan(0);
  expect(Math.max(...waits)).toBeLessThanOrEqual(60);
});

it("refuses when one of several keys refuses, and says the longest wait", async () => {
  for (let i = 0; i < 5; i++)
    expect(await takeRates([slow("shared"), { key: `own${i}`, perMinute: 60, burst: 1 }])).toBeNull();
  expect(await takeRates([slow("shared"), { key: "fresh", perMinute: 60, burst: 1 }])).toBeGreaterThan(1);
});

it("fills up again with time", async () => {
  for (let i = 0; i < 5; i++) await takeRates([slow("time")]);
  expect(await takeRates([slow("time")])).not.toBeNull();
  await getPool().query(
    "UPDATE rate_limits SET arrival_at = arrival_at - interval '61 seconds' WHERE key = 'time'",
  );
  expect(await takeRates([slow("time")])).toBeNull();
});

it("has one request more where one was given back, and no more than its burst", async () => {
  for (let i = 0; i < 5; i++) await takeRates([slow("back")]);
  await giveBackRate(slow("back"));
  expect(await takeRates([slow("back")])).toBeNull();
  expect(await takeRates([slow("back")])).not.toBeNull();
  for (let i = 0; i < 50; i++) await giveBackRate(slow("back"));
  const waits = [];
  for (let i = 0; i < 6; i++) waits.push(await takeRates([slow("back")]));
  expect(waits.filter((wait) => wait === null)).toHaveLength(5);
});

it("does not deadlock when requests name the same keys in different orders", async () => {
  const a = { key: "a", perMinute: 6_000, burst: 1_000 };
  const b = { key: "b", perMinute: 6_000, burst: 1_000 };
  const results = await Promise.all(
    Array.from({ length: 100 }, (_, i) => takeRates(i % 2 ? [a, b] : [b, a])),
  );
  expect(results.every((wait) => wait === null)).toBe(true);
});
