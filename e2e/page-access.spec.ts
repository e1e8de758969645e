import { product } from "@/lib/config/product";
import { strings } from "@/lib/config/strings";
import { expect, test } from "./chat-test";
import { expectNoFindings } from "./expect-no-findings";

const answer = [
  "# A heading\n\nSome text with `code` [1] and a [link](/knowledge/getting-started).\n\n### A level skipped",
  "```ts\nconst price: bigint = 1n; // a comment\nexport function f(name: string) { return name; }\n```",
  "| A | B |\n| --- | --- |\n| 1 | 2 |\n\n- [x] done\n- [ ] to do\n\n> quoted",
].join("\n\n");

const looks = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 360 },
] as const;

for (const { colorScheme, width } of looks) {
  test(`axe finds nothing in the ${colorScheme} theme at ${width} px`, async ({ chat, page, provider }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    await provider({ answer, tokensPerSecond: 25 });
    await chat.open();
    await expectNoFindings(page);

    await page.getByRole("button", { name: strings.page.theme }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await expectNoFindings(page);
    await page.keyboard.press("Escape");

    await chat.ask("How do I add a provider?");
    await expect(chat.answers.last()).toContainText("Some text");
    await expectNoFindings(page);
    await chat.expectAnswered();
    await chat.answers.last().getByRole("button", { name: "Source 1" }).click();
    await expectNoFindings(page);

    await page.route("/api/chat", (route) =>
      route.fulfill({
        status: 429,
        headers: { "retry-after": "60" },
        json: { code: "quota_exceeded", message: "Slow." },
      }),
    );
    await chat.ask("Once more");
    await expect(page.getByText("Slow.")).toBeVisible();
    await expectNoFindings(page);

    for (const path of ["/chats", "/chat/nowhere"]) {
      await page.goto(path);
      await expectNoFindings(page);
    }
  });
}

test("everything on a chat page can be reached and used by keyboard", async ({ chat, page, provider }) => {
  await provider({ answer, tokensPerSecond: 0 });
  await chat.open();
  await chat.field.pressSequentially("First line");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("second line");
  await page.keyboard.press("Enter");
  await chat.expectAnswered();
  await expect(chat.conversation).toContainText("First line second line");
  await expect(chat.field).toBeFocused();

  const chip = chat.answers.last().getByRole("button", { name: "Source 1" });
  while (!(await chip.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(chip).toHaveAttribute("aria-expanded", "true");

  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: product.name }).focus();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("link", { name: strings.page.skip })).toBeFocused();
});

for (const [name, size] of Object.entries({
  "360 px": { width: 360, height: 640 },
  "200 % zoom": { width: 640, height: 360 },
})) {
  test(`nothing is wider than the page at ${name}`, async ({ chat, page, provider }) => {
    await page.setViewportSize(size);
    await provider({ answer: `${answer}\n\n${"unbroken".repeat(40)}`, tokensPerSecond: 0 });
    await chat.open();
    await expect(page.getByRole("button", { name: strings.composer.send })).toBeInViewport();
    await chat.ask("x".repeat(200));
    await chat.expectAnswered();
    await expect(chat.field).toBeInViewport();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
