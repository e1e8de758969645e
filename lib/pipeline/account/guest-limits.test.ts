import { expect, it } from "vitest";
import { findViewer } from "@/lib/auth/find-viewer";
import { getPool } from "@/lib/db/pool";
import { planOf } from "@/lib/limits/plan-of";
import type { OwnLimits } from "@/lib/protocol/review/people";
import { changePlan } from "@/lib/review/change-person";
import { useFirstAdmin } from "@/test/admin";
import { type Browser, newBrowser } from "@/test/browser";
import { useTestDatabase } from "@/test/database";

import { useIdentityProviders } from "@/test/identity-providers";
import { totpOf } from "@/test/totp";

useTestDatabase();
const providers = useIdentityProviders();
useFirstAdmin();

const admin = { userId: "an-admin", tenantId: "default" };

async function guestWith(limits: OwnLimits): Promise<{ browser: Browser; guestId: string }> {
  const browser = newBrowser();
  const guestId = await browser.becomeGuest();
  await changePlan(admin, guestId, { plan: "guest", limits, reason: "too eager" });
  return { browser, guestId };
}

async function limitsOf(browser: Browser) {
  const viewer = await findViewer(browser.request("/").headers);
  if (viewer === null || viewer.isAnonymous) throw new Error("Nobody is signed in.");
  return viewer;
}

it("an admin's limit on a guest holds for the account that the guest makes, on record", async () => {
  const { browser, guestId } = await guestWith({ turnsPerDay: 3 });
  const userId = await browser.signUp("eager@example.com");
  const viewer = await limitsOf(browser);
  expect(viewer).toMatchObject({ userId, plan: "member", limits: { turnsPerDay: 3 } });
  expect(planOf(viewer).turnsPerDay).toBe(3);
  const { rows } = await getPool().query(
    "SELECT actor_id, details FROM audit_events WHERE target_id = $1 AND action = 'user.change-plan'",
    [userId],
  );
  expect(rows).toEqual([
    {
      actor_id: null,
      details: {
        before: { plan: "member", limits: null },
        after: { plan: "member", limits: { turnsPerDay: 3 } },
        guestId,
      },
    },
  ]);
});

it("of an account that was there the stricter holds, over every way in", async () => {
  const userId = await newBrowser().signUp("two.limits@example.com");
  const own = { turnsPerDay: 5, usdPerDay: "1.00" };
  await changePlan(admin, userId, { plan: "member", limits: own, reason: "as agreed" });
  const { browser } = await guestWith({ turnsPerDay: 100_000, usdPerDay: "0.10", tokensPerDay: null });
  await browser.signIn("two.limits@example.com");
  expect((await limitsOf(browser)).limits).toEqual({ turnsPerDay: 5, usdPerDay: "0.10" });

  const { body } = await browser.auth("/two-factor/enable", { password: "correct horse battery" });
  const key = new URL(String(body["totpURI"])).searchParams.get("secret") ?? "";
  await browser.auth("/two-factor/verify-totp", { code: totpOf(key) });
  const second = (await guestWith({ turnsPerMinute: 2 })).browser;
  await second.signIn("two.limits@example.com");
  expect((await second.auth("/two-factor/verify-totp", { code: totpOf(key) })).status).toBe(200);
  expect((await limitsOf(second)).limits).toEqual({ turnsPerDay: 5, usdPerDay: "0.10", turnsPerMinute: 2 });
});

it("follows to an account of another provider, and a guest without limits changes none", async () => {
  const { browser } = await guestWith({ turnsPerDay: 7_000 });
  await providers.signIn(browser, "google");
  const { userId, limits } = await limitsOf(browser);
  expect(limits).toEqual({ turnsPerDay: 7_000 });
  const plain = newBrowser();
  await plain.becomeGuest();
  await providers.signIn(plain, "google");
  expect(await limitsOf(plain)).toMatchObject({ userId, limits });
});
