import { randomInt } from "node:crypto";
import { test as base } from "@playwright/test";
import { ChatPage } from "./chat-page";
import { type Control, controlProvider } from "./control-provider";

type Fixtures = {
  chat: ChatPage;
  /** Makes the simulated provider behave so until the test ends. */
  provider: (control: Control) => Promise<void>;
};

/** A test with a visitor of its own: a fresh browser profile, and an address that shares no limits with other tests. */
export const test = base.extend<Fixtures>({
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use) => {
    const address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
    await use({ ...extraHTTPHeaders, "x-forwarded-for": address });
  },
  chat: async ({ page }, use) => {
    await use(new ChatPage(page));
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it hands in from this pattern.
  provider: async ({}, use) => {
    await controlProvider({ reset: true });
    await use(controlProvider);
    await controlProvider({ reset: true });
  },
});

export { expect } from "@playwright/test";
