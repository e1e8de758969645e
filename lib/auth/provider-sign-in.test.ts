import { describe, expect, it, vi } from "vitest";
import { accounts } from "@/lib/config/accounts";
import { strings } from "@/lib/config/strings";
import { getPool } from "@/lib/db/pool";
import { useFirstAdmin } from "@/test/admin";
import { type Browser, newBrowser } from "@/test/browser";
import { useTestDatabase } from "@/test/database";
import {
  comeBack,
  type ProviderFault,
  sentenceAt,
  somebody,
  startSignIn,
  useIdentityProviders,
} from "@/test/identity-providers";
import { findAccount } from "./find-account";
import { findViewer } from "./find-viewer";
import type { SocialProvider } from "./sign-in-ways";

useTestDatabase();
const providers = useIdentityProviders();
useFirstAdmin();

const both: readonly SocialProvider[] = ["github", "google"];
const person = (browser: Browser) => findViewer(browser.request("/").headers);
const account = (browser: Browser) => findAccount(browser.request("/").headers);
const count = async (sql: string, ...values: unknown[]) =>
  (await getPool().query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, values)).rows[0]?.n;

const { byCode, other: didNotWork } = strings.account.errors;

describe.each(both)("with %s", (provider) => {
  it("a new person gets an account, and comes back to it from another browser", async () => {
    const first = newBrowser();
    const start = new URL(await startSignIn(first, provider, "/chat/abc"));
    expect(start.searchParams.get("redirect_uri")).toBe(`http://chat.test/api/auth/callback/${provider}`);
    expect(start.searchParams.get("state")).toMatch(/^[\w-]{32}$/);
    const landed = await comeBack(first, provider, providers.consent(start.href));
    expect(landed).toMatchObject({ status: 302, location: "/chat/abc" });
    expect(await account(first)).toMatchObject({
      email: providers.person.email,
      name: "Ada Lovelace",
      role: "USER",
      plan: "member",
      isAnonymous: false,
      hasPassword: false,
    });
    const second = newBrowser();
    expect((await providers.signIn(second, provider)).location).toBe("/");
    expect((await person(second))?.userId).toBe((await person(first))?.userId);
    expect(await count("accounts a WHERE a::text LIKE '%a-token%'")).toBe(0);
  });

  it("a guest keeps chats and what is spent, with a new account and with an old one", async () => {
    for (const [round, chat] of ["new", "old"].entries()) {
      const browser = newBrowser();
      const guestId = await browser.becomeGuest();
      const chatId = `${provider}-${chat}`;
      await getPool().query("INSERT INTO chats (id, tenant_id, user_id) VALUES ($1, 'default', $2)", [
        chatId,
        guestId,
      ]);
      await getPool().query(
        "INSERT INTO usage_counters VALUES ('user:' || $1, now(), 0, date_trunc('day', now()), 7, 70, 700)",
        [guestId],
      );
      await providers.signIn(browser, provider);
      const userId = (await person(browser))?.userId;
      expect(userId).not.toBe(guestId);
      expect(await count("chats WHERE id = $1 AND user_id = $2", chatId, userId)).toBe(1);
      expect(await count("users WHERE id = $1", guestId)).toBe(0);
      const { rows } = await getPool().query("SELECT day_turns FROM usage_counters WHERE subject = $1", [
        `user:${userId}`,
      ]);
      expect(rows).toEqual([{ day_turns: 7 * (round + 1) }]);
    }
  });

  it("does not enter an account with a password that has the same address", async () => {
    const email = `${provider}.taken@example.com`;
    const owner = await newBrowser().signUp(email);
    for (const isVerified of [true, false]) {
      providers.person = somebody({ email: email.toUpperCase(), isVerified });
      const browser = newBrowser();
      const landed = await providers.signIn(browser, provider, "/chat/abc");
      expect(sentenceAt(landed)).toBe(byCode.account_not_linked);
      expect(landed.location).toContain("next=%2Fchat%2Fabc");
      expect(await person(browser)).toBeNull();
    }
    expect(await count("accounts WHERE user_id = $1", owner)).toBe(1);
    expect((await newBrowser().signIn(email)).status).toBe(200);
  });

  it("makes no account of an address that is not confirmed there, or of none", async () => {
    providers.person = somebody({ isVerified: false });
    const browser = newBrowser();
    const guestId = await browser.becomeGuest();
    expect(sentenceAt(await providers.signIn(browser, provider))).toBe(byCode.email_not_verified);
    expect(await count("users WHERE email = $1", providers.person.email)).toBe(0);
    expect((await person(browser))?.userId).toBe(guestId);
    providers.person = somebody({ email: null });
    expect(sentenceAt(await providers.signIn(newBrowser(), provider))).toBe(byCode.email_not_found);
  });

  it("takes whatever name a person has there", async () => {
    for (const [name, shown] of [
      [null, /^(ada|p\d+)$/],
      ["\u200b \n", /^(ada|p\d+)$/],
      ["x".repeat(300), /^x{80}$/],
      [`x${"👩".repeat(60)}`, /^x(👩){39}$/u],
    ] as const) {
      providers.person = somebody({ name });
      const browser = newBrowser();
      expect((await providers.signIn(browser, provider)).location).toBe("/");
      expect((await account(browser))?.name).toMatch(shown);
    }
  });

  it("a banned person is told so", async () => {
    const browser = newBrowser();
    await providers.signIn(browser, provider);
    const userId = (await person(browser))?.userId;
    await getPool().query("UPDATE users SET banned = true WHERE id = $1", [userId]);
    expect(await person(browser)).toBeNull();
    expect(sentenceAt(await providers.signIn(newBrowser(), provider))).toBe(byCode.BANNED_USER);
    expect(await count("sessions WHERE user_id = $1", userId)).toBe(1);
  });

  it("who changes their mind stays who they were", async () => {
    const browser = newBrowser();
    const guestId = await browser.becomeGuest();
    const state = new URL(await startSignIn(browser, provider)).searchParams.get("state") ?? "";
    const denied = new URLSearchParams({ error: "access_denied", error_description: "<b>no</b>", state });
    expect(sentenceAt(await comeBack(browser, provider, denied))).toBe(byCode.access_denied);
    expect((await person(browser))?.userId).toBe(guestId);
  });

  it("takes only its own answer, once, in the browser that asked", async () => {
    const [browser, other] = [newBrowser(), newBrowser()];
    const answer = providers.consent(await startSignIn(browser, provider));
    const wrong = (change: Record<string, string>) =>
      new URLSearchParams({ ...Object.fromEntries(answer), ...change });
    for (const [who, query] of [
      [other, answer],
      [browser, wrong({ state: "x".repeat(32) })],
      [browser, wrong({ state: "" })],
      [browser, new URLSearchParams()],
    ] as const)
      expect(sentenceAt(await comeBack(who, provider, query)), String(query)).toBe(byCode.state_mismatch);
    expect(sentenceAt(await comeBack(browser, provider, wrong({ state: "\0" })))).toBe(didNotWork);
    expect(await person(other)).toBeNull();
    expect((await comeBack(browser, provider, answer)).location).toBe("/");
    expect(sentenceAt(await comeBack(browser, provider, answer))).toBe(byCode.state_mismatch);
  });

  it.each<ProviderFault>(["unreachable", "token refused", "token garbage", "no profile", "profile garbage"])(
    "says so when it fails: %s",
    async (fault) => {
      const browser = newBrowser();
      const answer = providers.consent(await startSignIn(browser, provider));
      providers.fault = fault;
      expect(sentenceAt(await comeBack(browser, provider, answer))).toBe(byCode.provider_failed);
      expect(await person(browser)).toBeNull();
    },
  );

  it("does not let a person wait for ever", async () => {
    const browser = newBrowser();
    const answer = providers.consent(await startSignIn(browser, provider));
    providers.fault = "silent";
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    try {
      const landed = comeBack(browser, provider, answer);
      await providers.whenAsked();
      vi.advanceTimersByTime(accounts.providerPatienceMs);
      expect(sentenceAt(await landed)).toBe(byCode.provider_failed);
    } finally {
      vi.useRealTimers();
    }
  });
});

it("says so when GitHub keeps a person's addresses to itself", async () => {
  await providers.signIn(newBrowser(), "github");
  providers.fault = "no e-mails";
  const browser = newBrowser();
  expect(sentenceAt(await providers.signIn(browser, "github"))).toBe(byCode.email_not_found);
  expect(await person(browser)).toBeNull();
});

it("has no way in but over the provider's page", async () => {
  const { status } = await newBrowser().auth("/sign-in/social", {
    provider: "google",
    idToken: { token: "a.b.c" },
  });
  expect(status).toBe(404);
  expect(sentenceAt(await newBrowser().auth("/callback/gitlab?state=a&code=b"))).toBe(byCode.state_mismatch);
  expect(sentenceAt(await newBrowser().auth("/error?error=unknown"))).toBe(didNotWork);
  // At once, so that no allowance comes back meanwhile.
  const impatient = newBrowser();
  const answers = await Promise.all(
    Array.from({ length: 120 }, () => comeBack(impatient, "github", new URLSearchParams())),
  );
  expect(answers.map(sentenceAt)).toContain(byCode.too_many_requests);
});
