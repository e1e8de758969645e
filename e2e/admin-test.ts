import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { test as base } from "./chat-test";

const ADMIN = { email: "admin@example.com", password: "e2e-admin-password" };

type Fixtures = {
  /** The page of somebody who is signed in as the admin. */
  admin: Page;
  /** A guest who asks without a page. */
  guest: Guest;
};

export type Guest = {
  readonly userId: string;
  readonly requests: APIRequestContext;
  /** Asks in a chat of its own, and waits for the answer. @returns the turn's id */
  readonly ask: (text: string) => Promise<string>;
};

/** A test with an admin and a guest, each in a browser of their own. */
export const test = base.extend<Fixtures>({
  admin: async ({ browser, baseURL, extraHTTPHeaders }, use) => {
    const context = await browser.newContext({
      baseURL: baseURL ?? "",
      extraHTTPHeaders: extraHTTPHeaders ?? {},
      reducedMotion: "reduce",
    });
    const answer = await context.request.post("/api/auth/sign-in/email", { data: ADMIN });
    expect(answer.ok()).toBe(true);
    await use(await context.newPage());
    await context.close();
  },
  guest: async ({ playwright, baseURL, extraHTTPHeaders }, use) => {
    const requests = await playwright.request.newContext({
      baseURL: baseURL ?? "",
      extraHTTPHeaders: { ...extraHTTPHeaders, origin: baseURL ?? "" },
    });
    const answer = await requests.post("/api/auth/sign-in/anonymous", { data: {} });
    const { user } = (await answer.json()) as { user: { id: string } };
    await use({
      userId: user.id,
      requests,
      ask: async (text) => {
        const message = { id: randomUUID(), role: "user", parts: [{ type: "text", text }] };
        const response = await requests.post("/api/chat", { data: { id: randomUUID(), message } });
        await response.body();
        return response.headers()["x-turn-id"] ?? "";
      },
    });
    await requests.dispose();
  },
});

export { expect };
