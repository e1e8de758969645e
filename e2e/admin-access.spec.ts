import { randomUUID } from "node:crypto";
import { globSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { strings } from "@/lib/config/strings";
import { expect, test } from "./admin-test";

const appFolder = resolve(__dirname, "../app");

/** The address of every page and route under /admin, with something in place of what it leaves open. */
const addresses = globSync("admin/**/{page.tsx,route.ts}", { cwd: appFolder }).map((file) =>
  join("/", dirname(file)).replaceAll(/\[(\w+)\]/g, (_, name: string) =>
    name === "side" ? "request" : randomUUID(),
  ),
);

test("everything under /admin looks to others as if it were not there", async ({
  guest,
  playwright,
  baseURL,
  extraHTTPHeaders,
}) => {
  expect(addresses.length).toBeGreaterThanOrEqual(8);
  const newContext = () =>
    playwright.request.newContext({ baseURL: baseURL ?? "", extraHTTPHeaders: extraHTTPHeaders ?? {} });
  const [nobody, user] = await Promise.all([newContext(), newContext()]);
  const account = { email: `${randomUUID()}@example.com`, password: "a long enough password", name: "User" };
  expect((await user.post("/api/auth/sign-up/email", { data: account })).ok()).toBe(true);
  for (const [who, requests] of Object.entries({ nobody, guest: guest.requests, user }))
    for (const address of addresses) {
      const response = await requests.get(address);
      expect(response.status(), `${address} as ${who}`).toBe(404);
      expect(await response.text(), `${address} as ${who}`).not.toContain(strings.admin.nav.reference);
    }
  await Promise.all([nobody.dispose(), user.dispose()]);
});
