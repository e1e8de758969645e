import { beforeAll, expect, it, vi } from "vitest";
import { getPool } from "@/lib/db/pool";
import { useTestDatabase } from "@/test/database";
import { type Guest, readAnswer, signInGuest } from "@/test/guest";

useTestDatabase();

let guest: Guest;

beforeAll(async () => {
  vi.stubEnv("AUTH_SECRET", "a secret that only these tests know!");
  vi.stubEnv("MODEL_CHAIN", "builtin");
  guest = await signInGuest();
});

const setLimits = (limits: object | null) =>
  getPool().query("UPDATE users SET limits = $2 WHERE id = $1", [guest.userId, limits]);
const ask = (messageId: string) => guest.ask({ id: messageId, messageId });

it("holds a person to limits of their own, from the next question on, and lets go of them again", async () => {
  await readAnswer(await ask("first"));
  await setLimits({ turnsPerDay: 1 });
  await expect(ask("second")).rejects.toMatchObject({ code: "quota_exceeded" });
  await setLimits({ turnsPerDay: 2 });
  await readAnswer(await ask("third"));
  await expect(ask("fourth")).rejects.toMatchObject({ code: "quota_exceeded" });
  await setLimits({ usdPerDay: "0" });
  await readAnswer(await ask("free"));
  await setLimits(null);
  await readAnswer(await ask("last"));
});
