import { describe, expect, it, vi } from "vitest";
import { type AttemptLimit, guessLimits } from "@/lib/config/accounts";
import { getPool } from "@/lib/db/pool";
import { ADMIN, useFirstAdmin } from "@/test/admin";
import { type Browser, newBrowser } from "@/test/browser";
import { useTestDatabase } from "@/test/database";
import { totpOf } from "@/test/totp";
import { createPasswordResetLink } from "./create-password-reset-link";
import { findViewer } from "./find-viewer";

// Each guess costs as much time as a password is meant to cost, so few are allowed here.
vi.mock("@/lib/config/accounts", async (importOriginal) => {
  const config = await importOriginal<typeof import("@/lib/config/accounts")>();
  const { password, code } = config.guessLimits;
  const few = (limit: AttemptLimit) => ({ ...limit, burst: 4 });
  return {
    ...config,
    guessLimits: {
      password: { stranger: few(password.stranger), known: few(password.known) },
      code: { stranger: few(code.stranger), known: few(code.known) },
    },
  };
});

useTestDatabase();
useFirstAdmin();

const { stranger, known } = guessLimits.password;
const wrong = "not the password";
const right = "correct horse battery";

/** More guesses than are answered, each from an address of its own. */
async function guessFromEverywhere(email: string) {
  const guesses = Array.from({ length: stranger.burst + 2 }, () => newBrowser().signIn(email, wrong));
  return (await Promise.all(guesses)).sort((one, other) => one.status - other.status);
}

/** A sign-in after the password, in front of the code. */
async function firstStep(email: string, password: string): Promise<Browser> {
  const browser = newBrowser();
  expect((await browser.signIn(email, password)).body).toMatchObject({ twoFactorRedirect: true });
  return browser;
}

describe("guesses at one account", () => {
  it("are limited from all addresses together, and the refusal says how long", async () => {
    await newBrowser().signUp("guessed@example.com");
    const answers = await guessFromEverywhere("Guessed@Example.com");
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(stranger.burst);
    const last = answers.at(-1);
    expect(last).toMatchObject({ status: 429, body: { code: "TOO_MANY_GUESSES" } });
    expect(Number(last?.retryAfter)).toBeGreaterThan(0);
    expect(Number(last?.retryAfter)).toBeLessThanOrEqual(60 / stranger.perMinute);
    expect((await newBrowser().signIn("guessed@example.com")).status).toBe(429);
    expect((await newBrowser().signIn(ADMIN.email, ADMIN.password)).status).toBe(200);
  });

  it("are refused alike where there is no such account", async () => {
    await newBrowser().signUp("somebody@example.com");
    const [somebody, nobody] = [
      await guessFromEverywhere("somebody@example.com"),
      await guessFromEverywhere("nobody@example.com"),
    ];
    const withoutTime = (answers: typeof nobody) => answers.map(({ status, body }) => ({ status, body }));
    expect(withoutTime(somebody)).toEqual(withoutTime(nobody));
    const { rows } = await getPool().query("SELECT FROM rate_limits r WHERE r::text ~ 'somebody|nobody'");
    expect(rows).toEqual([]);
  });

  it("do not lock a browser out that was signed in before, which has an allowance of its own", async () => {
    const owner = newBrowser();
    await owner.signUp("owner@example.com");
    await owner.auth("/sign-out", {});
    await guessFromEverywhere("owner@example.com");
    expect((await owner.signIn("owner@example.com")).status).toBe(200);
    await owner.auth("/sign-out", {});
    for (let i = 0; i < known.burst; i++)
      expect((await elsewhere(owner).signIn("owner@example.com", wrong)).status).toBe(401);
    expect((await elsewhere(owner).signIn("owner@example.com")).status).toBe(429);
    expect((await elsewhere(owner).signIn("somebody.else@example.com", wrong)).status).toBe(401);
  });

  it("cost nothing when they are right", async () => {
    await newBrowser().signUp("often@example.com");
    for (let i = 0; i < stranger.burst + 3; i++)
      expect((await newBrowser().signIn("often@example.com")).status).toBe(200);
  });

  it("let the owner in again with a new password's link, and nobody who knew the old one", async () => {
    const [owner, formerFriend] = [newBrowser(), newBrowser()];
    const userId = await owner.signUp("forgot@example.com");
    await formerFriend.signIn("forgot@example.com");
    await guessFromEverywhere("forgot@example.com");
    const admin = newBrowser();
    await admin.signIn(ADMIN.email, ADMIN.password);
    const viewer = await findViewer(admin.request("/").headers);
    if (viewer === null) throw new Error("The admin could not sign in.");
    const token = (await createPasswordResetLink(userId, viewer)).path.split("#")[1];
    const fresh = newBrowser();
    expect((await fresh.auth("/reset-password", { token, newPassword: "a whole new password" })).status).toBe(
      200,
    );
    expect((await fresh.signIn("forgot@example.com", "a whole new password")).status).toBe(200);
    expect((await formerFriend.signIn("forgot@example.com", wrong)).status).toBe(429);
  });

  it("are not let through by a note that is another account's, or made up", async () => {
    const other = newBrowser();
    await other.signUp("other@example.com");
    await newBrowser().signUp("target@example.com");
    await guessFromEverywhere("target@example.com");
    expect((await other.signIn("target@example.com")).status).toBe(429);
    for (const value of ["device!x", "%", "", "a.b", "device!~~..~", "device!%00.sig"]) {
      const forger = newBrowser();
      forger.cookies.set("better-auth.device", value);
      expect((await forger.signIn("target@example.com")).status, value).toBe(429);
    }
  });

  it("by somebody who is signed in do not stand in the way of a sign-in", async () => {
    const thief = newBrowser();
    await thief.signUp("session@example.com");
    const change = { currentPassword: wrong, newPassword: "another horse battery" };
    const statuses = [];
    for (let i = 0; i < known.burst + 1; i++)
      statuses.push((await elsewhere(thief).auth("/change-password", change)).status);
    expect(statuses.filter((status) => status === 400)).toHaveLength(known.burst);
    expect(statuses.at(-1)).toBe(429);
    expect((await newBrowser().signIn("session@example.com", right)).status).toBe(200);
  });
});

it("codes are limited as passwords are, and nobody locks the owner out", async () => {
  const email = "codes@example.com";
  const owner = newBrowser();
  await owner.signUp(email);
  const { body } = await owner.auth("/two-factor/enable", { password: right });
  const key = new URL(String(body["totpURI"])).searchParams.get("secret") ?? "";
  const [backupCode] = body["backupCodes"] as string[];
  expect((await owner.auth("/two-factor/verify-totp", { code: totpOf(key) })).status).toBe(200);
  await owner.auth("/sign-out", {});

  const statuses = [];
  for (let i = 0; i < guessLimits.code.stranger.burst + 4; i++) {
    const thief = await firstStep(email, right);
    const route = i % 2 === 0 ? "verify-totp" : "verify-backup-code";
    statuses.push((await thief.auth(`/two-factor/${route}`, { code: "000000" })).status);
  }
  expect(statuses.filter((status) => status === 401)).toHaveLength(guessLimits.code.stranger.burst);
  expect(statuses.slice(-4)).toEqual([429, 429, 429, 429]);
  const rightToo = await (await firstStep(email, right)).auth("/two-factor/verify-totp", {
    code: totpOf(key),
  });
  expect(rightToo).toMatchObject({ status: 429, body: { code: "TOO_MANY_GUESSES" } });
  expect(Number(rightToo.retryAfter)).toBeGreaterThan(60);

  await owner.signIn(email);
  expect((await owner.auth("/two-factor/verify-backup-code", { code: backupCode })).status).toBe(200);
  expect(await findViewer(owner.request("/").headers)).not.toBeNull();
});

/** The same browser at another address, so that only the account's limit counts. */
function elsewhere(browser: Browser): Browser {
  const other = newBrowser();
  for (const [name, value] of browser.cookies) other.cookies.set(name, value);
  return other;
}
