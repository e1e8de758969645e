import { expect, it } from "vitest";
import { plans } from "@/lib/config/plans";
import { getPool } from "@/lib/db/pool";
import { useTestDatabase } from "@/test/database";
import { readAnswer, signInGuest } from "@/test/guest";
import { useProvider } from "@/test/provider";
import { readQuota } from "./quota";

useTestDatabase();
useProvider("compatible/first,builtin");

it("says what is left once it is little, of the limit that ends first", async () => {
  const guest = await signInGuest();
  const left = async () => (await readQuota(guest.request("/api/quota"))).json();
  const use = (column: string, amount: number | bigint) =>
    getPool().query(`UPDATE usage_counters SET ${column} = $1 WHERE subject = $2`, [
      amount,
      `user:${guest.userId}`,
    ]);
  expect(await left()).toEqual({ left: null });
  await readAnswer(await guest.ask({ id: "quota" }));
  expect(await left()).toEqual({ left: null });
  const { turnsPerDay, tokensPerDay } = plans.guest;
  await use("day_turns", turnsPerDay * 0.8);
  expect(await left()).toEqual({ left: null });
  await use("day_turns", turnsPerDay - 3);
  expect(await left()).toEqual({ left: { kind: "turns", turns: 3 } });
  await use("day_tokens", tokensPerDay + 1);
  expect(await left()).toEqual({ left: { kind: "allowance", percent: 0 } });
  await use("day_turns", 1);
  await use("day_tokens", tokensPerDay * 0.85);
  expect(await left()).toEqual({ left: { kind: "allowance", percent: 15 } });
});
