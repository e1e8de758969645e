import { expect, it } from "vitest";
import { getPool } from "@/lib/db/pool";
import { ADMIN, useFirstAdmin } from "@/test/admin";
import { newBrowser } from "@/test/browser";
import { useTestDatabase } from "@/test/database";
import { totpOf } from "@/test/totp";
import { findAccount } from "./find-account";
import { findViewer } from "./find-viewer";

useTestDatabase();
useFirstAdmin();

const count = async (sql: string, ...values: unknown[]) =>
  (await getPool().query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, values)).rows[0]?.n;

it("takes password and code, each backup code once, and brings a guest's things along", async () => {
  const admin = newBrowser();
  await admin.signIn(ADMIN.email, ADMIN.password);
  const { body } = await admin.auth("/two-factor/enable", { password: ADMIN.password });
  const { totpURI, backupCodes } = body as { totpURI: string; backupCodes: string[] };
  const { searchParams } = new URL(totpURI);
  expect(searchParams.get("issuer")).toBe("Parapet");
  const code = () => totpOf(searchParams.get("secret") ?? "");
  expect((await admin.auth("/two-factor/verify-totp", { code: "000000" })).status).toBe(401);
  expect((await newBrowser().signIn(ADMIN.email, ADMIN.password)).body["twoFactorRedirect"]).toBeUndefined();
  expect((await admin.auth("/two-factor/verify-totp", { code: code() })).status).toBe(200);
  expect(await findAccount(admin.request("/").headers)).toMatchObject({ twoFactorEnabled: true });

  const browser = newBrowser();
  const guestId = await browser.becomeGuest();
  await getPool().query("INSERT INTO chats (id, tenant_id, user_id) VALUES ('before-2fa', 'default', $1)", [
    guestId,
  ]);
  expect((await browser.signIn(ADMIN.email, ADMIN.password)).body).toMatchObject({
    twoFactorRedirect: true,
  });
  expect(await findViewer(browser.request("/").headers)).toBeNull();
  expect(await count("chats WHERE id = 'before-2fa' AND user_id = $1", guestId)).toBe(1);
  expect((await browser.auth("/two-factor/verify-totp", { code: "000000" })).status).toBe(401);
  expect((await browser.auth("/two-factor/verify-totp", { code: code() })).status).toBe(200);
  const viewer = await findViewer(browser.request("/").headers);
  expect(viewer?.role).toBe("ADMIN");
  expect(await count("chats WHERE id = 'before-2fa' AND user_id = $1", viewer?.userId)).toBe(1);
  expect(await count("users WHERE id = $1", guestId)).toBe(0);

  const withCode = async (code: string | undefined) => {
    const lost = newBrowser();
    await lost.signIn(ADMIN.email, ADMIN.password);
    return (await lost.auth("/two-factor/verify-backup-code", { code })).status;
  };
  expect(await withCode(backupCodes[0])).toBe(200);
  expect(await withCode(backupCodes[0])).toBe(401);
  expect(await count("two_factors t WHERE t::text LIKE '%' || $1 || '%'", backupCodes[1])).toBe(0);
});
