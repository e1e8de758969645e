import { strings } from "@/lib/config/strings";
import { expect, test } from "./chat-test";

const hostileAnswer = [
  "<img src=https://evil.example/a.png onerror=alert(1)><script>document.title = 'owned'</script>",
  "![pixel](https://evil.example/p.png) [click](javascript:alert(1)) [there](https://evil.example/x)",
  "[data](data:text/html,<script>alert(1)</script>) [slash](//evil.example) [back](/\\evil.example)",
  "",
  "```ts",
  "const code = '<script>';",
  "```",
  "",
  "The end.",
].join("\n");

test("a hostile answer breaks no policy and reaches no other host", async ({
  baseURL,
  chat,
  context,
  page,
  provider,
}) => {
  await provider({ answer: hostileAnswer, tokensPerSecond: 0 });
  const foreign: string[] = [];
  context.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(baseURL ?? "").origin) foreign.push(request.url());
  });
  const violations: string[] = [];
  await page.exposeFunction("reportViolation", (violation: string) => violations.push(violation));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report = Reflect.get(window, "reportViolation");
      if (typeof report === "function") report(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });

  await chat.open();
  await page.getByRole("button", { name: strings.page.theme }).click();
  await page.getByRole("menuitemradio", { name: strings.page.themes.dark }).click();
  await chat.ask("How do I add a provider?");
  await chat.expectAnswered();
  const answer = chat.answers.last();
  await expect(answer).toContainText("The end.");
  await expect(answer.getByRole("img")).toHaveCount(0);
  for (const link of await answer.getByRole("link").all()) {
    expect(await link.getAttribute("href")).toMatch(/^(\/knowledge\/|#)/);
  }
  const chip = answer.getByRole("button", { name: "Source 1" });
  if (await chip.isVisible()) await chip.click();
  await page.reload();
  await expect(answer).toContainText("The end.");
  await expect(page).not.toHaveTitle(/owned/);

  expect(violations).toEqual([]);
  expect(foreign).toEqual([]);
});

test("every page and route carries the security headers", async ({ request }) => {
  for (const path of ["/", "/chats", "/nowhere", "/api/health", "/api/chat"]) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["permissions-policy"], path).toContain("camera=()");
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"], path).not.toContain("unsafe-eval");
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
});

test("each page view has a nonce of its own", async ({ request }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get("/")).headers()["content-security-policy"]),
  );
  const nonces = policies.map(
    (policy) => /script-src 'nonce-([^']{22,})' 'strict-dynamic'/.exec(policy ?? "")?.[1],
  );
  expect(nonces[0]).toBeDefined();
  expect(nonces[0]).not.toBe(nonces[1]);
});

test("the theme that was chosen is there from the first paint of the next visit", async ({ chat, page }) => {
  await chat.open();
  await page.getByRole("button", { name: strings.page.theme }).click();
  await page.getByRole("menuitemradio", { name: strings.page.themes.dark }).click();
  const html = await (await page.request.get("/")).text();
  expect(html).toMatch(/<html[^>]* data-theme="dark"/);
});
