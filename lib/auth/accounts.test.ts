import { describe, expect, it } from "vitest";
import { getPool } from "@/lib/db/pool";
import { ADMIN, useFirstAdmin } from "@/test/admin";
import { Browser, newBrowser } from "@/test/browser";
import { useTestDatabase } from "@/test/database";
import { createPasswordResetLink } from "./create-password-reset-link";
import { listSessions } from "./find-account";
import { findViewer } from "./find-viewer";
import { revokeOtherSessions, revokeSession } from "./revoke-session";

useTestDatabase();
useFirstAdmin();

const person = (browser: Browser) => findViewer(browser.request("/").headers);
const count = async (sql: string, ...values: unknown[]) =>
  (await getPool().query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, values)).rows[0]?.n;

async function signInAdmin(): Promise<{
  browser: Browser;
  viewer: NonNullable<Awaited<ReturnType<typeof person>>>;
}> {
  const browser = newBrowser();
  await browser.signIn(ADMIN.email, ADMIN.password);
  const viewer = await person(browser);
  if (viewer?.role !== "ADMIN") throw new Error("The admin could not sign in.");
  return { browser, viewer };
}

describe("signing up", () => {
  it("makes a member, whatever else the request asks for", async () => {
    const browser = newBrowser();
    for (const wish of [
      { role: "ADMIN" },
      { plan: "unlimited" },
      { isAnonymous: true },
      { banned: true },
      { tenantId: "x" },
      { twoFactorEnabled: true },
    ]) {
      const email = `wants.${Object.keys(wish)[0]}@example.com`;
      await browser.auth("/sign-up/email", { name: "A", email, password: "correct horse battery", ...wish });
    }
    expect(
      await count(
        "users WHERE email LIKE 'wants.%' AND (role <> 'USER' OR plan <> 'member' OR is_anonymous OR banned OR tenant_id <> 'default')",
      ),
    ).toBe(0);
  });

  it("refuses short passwords, empty and endless names, and garbage", async () => {
    const browser = newBrowser();
    const form = { name: "Ada", email: "garbage@example.com", password: "correct horse battery" };
    for (const bad of [
      { password: "short" },
      { password: "x".repeat(129) },
      { name: " \u200b " },
      { name: "x".repeat(81) },
      { email: "nobody" },
      { email: { $ne: null } },
    ]) {
      const { status } = await newBrowser().auth("/sign-up/email", { ...form, ...bad });
      expect(status, JSON.stringify(bad)).toBeGreaterThanOrEqual(400);
      expect(status, JSON.stringify(bad)).toBeLessThan(500);
    }
    expect(await person(browser)).toBeNull();
  });

  it("keeps no address in plain", async () => {
    const browser = new Browser("203.0.113.77");
    await browser.signUp("address@example.com");
    const tables = [
      "sessions",
      "users",
      "rate_limits",
      "usage_counters",
      "auth_rate_limits",
      "verifications",
    ];
    for (const table of tables)
      expect(await count(`${table} t WHERE t::text LIKE '%203.0.113%'`), table).toBe(0);
  });
});

describe("signing in", () => {
  it("answers alike for a wrong password and for nobody's e-mail", async () => {
    await newBrowser().signUp("alike@example.com");
    const wrong = await newBrowser().signIn("alike@example.com", "not the password");
    const nobody = await newBrowser().signIn("nobody@example.com", "not the password");
    expect(wrong).toEqual(nobody);
    expect(wrong.status).toBe(401);
  });

  it("is limited for one address, and only for that one", async () => {
    const attacker = newBrowser();
    const answers = [];
    for (let i = 0; i < 15; i++)
      answers.push((await attacker.signIn(ADMIN.email, `guess ${i} of many`)).status);
    expect(answers.filter((status) => status === 401)).toHaveLength(10);
    expect(answers.at(-1)).toBe(429);
    expect((await newBrowser().signIn(ADMIN.email, ADMIN.password)).status).toBe(200);
  });
});

describe("sessions", () => {
  it("that have ended stand in nobody's way: one signs in, up and as a guest all the same", async () => {
    const endSessions = () => getPool().query("DELETE FROM sessions");
    const browser = newBrowser();
    await browser.becomeGuest();
    await endSessions();
    await browser.becomeGuest();
    expect((await person(browser))?.isAnonymous).toBe(true);
    await endSessions();
    await browser.signUp("comes.back@example.com");
    expect((await person(browser))?.isAnonymous).toBe(false);
    await endSessions();
    expect((await browser.signIn("comes.back@example.com")).status).toBe(200);
    expect((await person(browser))?.isAnonymous).toBe(false);
  });

  it("are listed and ended one by one, and only one's own", async () => {
    const [phone, laptop, stranger] = [newBrowser(), newBrowser(), newBrowser()];
    await phone.signUp("sessions@example.com");
    await laptop.signIn("sessions@example.com");
    await stranger.signUp("stranger@example.com");
    const list = await listSessions(laptop.request("/").headers);
    expect(list.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
    expect(list[0]).toMatchObject({ userAgent: "Test/1.0" });
    const id = list[1]?.id ?? "";
    const route = (session: string) => ({ params: Promise.resolve({ id: session }) });
    await expect(revokeSession(stranger.request("/"), route(id))).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await person(phone)).not.toBeNull();
    await revokeSession(laptop.request("/"), route(id));
    expect(await person(phone)).toBeNull();
    await phone.signIn("sessions@example.com");
    await revokeOtherSessions(laptop.request("/"));
    expect([await person(phone), (await person(laptop))?.role, (await person(stranger))?.role]).toEqual([
      null,
      "USER",
      "USER",
    ]);
  });

  it("end with a new password, all but the one that set it, asked for or not", async () => {
    const [phone, laptop] = [newBrowser(), newBrowser()];
    await phone.signUp("change@example.com");
    await laptop.signIn("change@example.com");
    const form = { currentPassword: "correct horse battery", newPassword: "another horse battery" };
    const changed = await laptop.auth("/change-password", { ...form, revokeOtherSessions: false });
    expect(changed.status).toBe(200);
    expect(await person(phone)).toBeNull();
    expect(await person(laptop)).not.toBeNull();
    expect((await newBrowser().signIn("change@example.com")).status).toBe(401);
  });

  it("end with a ban, and no new one begins", async () => {
    const browser = newBrowser();
    const userId = await browser.signUp("banned@example.com");
    const { browser: admin } = await signInAdmin();
    expect((await browser.auth("/admin/ban-user", { userId })).status).toBe(403);
    expect((await admin.auth("/admin/ban-user", { userId, banReason: "spam" })).status).toBe(200);
    expect(await person(browser)).toBeNull();
    expect(await newBrowser().signIn("banned@example.com")).toMatchObject({
      status: 403,
      body: { code: "BANNED_USER" },
    });
    const { rows } = await getPool().query("SELECT action, details FROM audit_events WHERE target_id = $1", [
      userId,
    ]);
    expect(rows).toEqual([{ action: "user.ban", details: { banReason: "spam", banExpiresIn: null } }]);
  });
});

describe("createPasswordResetLink", () => {
  const tokenOf = (path: string) => path.split("#")[1] ?? "";

  it("makes a link that works once, ends all sessions, and is on record", async () => {
    const browser = newBrowser();
    const userId = await browser.signUp("reset@example.com");
    const { viewer } = await signInAdmin();
    const stale = await createPasswordResetLink(userId, viewer);
    const link = await createPasswordResetLink(userId, viewer);
    const set = (token: string, newPassword: string) =>
      newBrowser().auth("/reset-password", { token, newPassword });
    expect((await set(tokenOf(stale.path), "a stale link's password")).status).toBe(400);
    expect((await set("guessed", "a guessed link's password")).status).toBe(400);
    const both = await Promise.all([
      set(tokenOf(link.path), "the first new password"),
      set(tokenOf(link.path), "the second new password"),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(await person(browser)).toBeNull();
    expect((await newBrowser().signIn("reset@example.com")).status).toBe(401);
    expect(await count("verifications WHERE identifier LIKE '%' || $1 || '%'", tokenOf(link.path))).toBe(0);
    expect(
      await count(
        "audit_events WHERE action = 'user.reset-link' AND target_id = $1 AND actor_id = $2",
        userId,
        viewer.userId,
      ),
    ).toBe(2);
  });

  it("is not for guests, and not for people of nowhere", async () => {
    const { viewer } = await signInAdmin();
    const guestId = await newBrowser().becomeGuest();
    for (const id of [guestId, "nobody"])
      await expect(createPasswordResetLink(id, viewer)).rejects.toMatchObject({ code: "not_found" });
  });
});
