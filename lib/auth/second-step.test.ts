import { expect, it } from "vitest";
import { strings } from "@/lib/config/strings";
import { getPool } from "@/lib/db/pool";
import { ADMIN, useFirstAdmin } from "@/test/admin";
import { type Browser, newBrowser } from "@/test/browser";
import { useTestDatabase } from "@/test/database";
import { sentenceAt, somebody, useIdentityProviders } from "@/test/identity-providers";
import { totpOf } from "@/test/totp";
import { findViewer } from "./find-viewer";

useTestDatabase();
const providers = useIdentityProviders();
useFirstAdmin();

const person = (browser: Browser) => findViewer(browser.request("/").headers);
const count = async (sql: string, ...values: unknown[]) =>
  (await getPool().query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, values)).rows[0]?.n;

it.each(["github", "google"] as const)(
  "%s leads to the second step where an account has one, and brings the guest along",
  async (provider) => {
    const browser = newBrowser();
    await providers.signIn(browser, provider, "/chat/abc");
    const owner = await person(browser);
    const key = await turnOnSecondStep(browser, owner?.userId ?? "");

    const again = newBrowser();
    const guestId = await again.becomeGuest();
    const chatId = `${provider}-two-factor`;
    await getPool().query("INSERT INTO chats (id, tenant_id, user_id) VALUES ($1, 'default', $2)", [
      chatId,
      guestId,
    ]);
    const landed = await providers.signIn(again, provider, "/chat/abc");
    expect(landed.location).toBe("/sign-in?step=code&next=%2Fchat%2Fabc");
    expect(await person(again)).toBeNull();
    expect(await count("sessions WHERE user_id = $1", owner?.userId)).toBe(1);
    expect(await count("chats WHERE id = $1 AND user_id = $2", chatId, guestId)).toBe(1);
    expect((await again.auth("/two-factor/verify-totp", { code: "000000" })).status).toBe(401);
    expect((await again.auth("/two-factor/verify-totp", { code: totpOf(key) })).status).toBe(200);
    expect((await person(again))?.userId).toBe(owner?.userId);
    expect(await count("chats WHERE id = $1 AND user_id = $2", chatId, owner?.userId)).toBe(1);
  },
);

it("joins two providers that both confirm an address, but not past a second step", async () => {
  const { email } = providers.person;
  const first = newBrowser();
  await providers.signIn(first, "google");
  const userId = (await person(first))?.userId ?? "";
  const second = newBrowser();
  providers.person = somebody({ email });
  await providers.signIn(second, "github");
  expect((await person(second))?.userId).toBe(userId);

  await getPool().query("DELETE FROM accounts WHERE user_id = $1 AND provider_id = 'github'", [userId]);
  await turnOnSecondStep(first, userId);
  expect(sentenceAt(await providers.signIn(newBrowser(), "github"))).toBe(
    strings.account.errors.byCode.account_not_linked,
  );
  expect(await count("accounts WHERE user_id = $1 AND provider_id = 'github'", userId)).toBe(0);
});

/** Only who has a password can turn it on: one that was set with an admin's link. @returns the app's key */
async function turnOnSecondStep(browser: Browser, userId: string): Promise<string> {
  const password = "correct horse battery";
  await getPool().query(
    `INSERT INTO accounts (id, user_id, account_id, provider_id, password)
     SELECT gen_random_uuid(), $1, $1, 'credential', a.password FROM accounts a JOIN users u ON u.id = a.user_id
      WHERE u.email = $2 AND a.password IS NOT NULL`,
    [userId, ADMIN.email],
  );
  const { body } = await browser.auth("/two-factor/enable", { password: ADMIN.password });
  const key = new URL(String(body["totpURI"])).searchParams.get("secret") ?? password;
  expect((await browser.auth("/two-factor/verify-totp", { code: totpOf(key) })).status).toBe(200);
  return key;
}
