import { strings } from "@/lib/config/strings";
import { expect, test } from "./chat-test";
import { expectNoFindings } from "./expect-no-findings";

const { history, share, feedback, edit, queue, models } = strings;

for (const { colorScheme, width } of [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 360 },
] as const) {
  test(`axe finds nothing in a chat's menus, forms and dialogs, ${colorScheme} at ${width} px`, async ({
    chat,
    page,
    provider,
  }) => {
    test.setTimeout(60_000);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    await provider({ answer: "A **short** answer.", tokensPerSecond: 0 });
    await chat.open();
    await chat.ask("What is short?");
    await chat.expectAnswered();

    await page.getByRole("button", { name: models.label(models.automatic) }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await expectNoFindings(page);
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: feedback.down }).click();
    await expect(page.getByRole("textbox", { name: feedback.whatWasWrong })).toBeVisible();
    await expectNoFindings(page);
    await page.getByRole("button", { name: feedback.cancel }).click();

    await page.getByRole("button", { name: edit.open }).click();
    await expect(page.getByRole("textbox", { name: edit.field })).toBeVisible();
    await expectNoFindings(page);
    await page.getByRole("button", { name: edit.cancel }).click();

    await provider({ answer: "slow ".repeat(60), tokensPerSecond: 10 });
    await chat.ask("Something slow?");
    await chat.expectAnswering();
    await chat.ask("And next?");
    await expect(page.getByText("And next?")).toBeVisible();
    await expectNoFindings(page);
    await page.getByRole("button", { name: queue.withdraw }).click();
    await chat.stopButton.click();
    await expect(chat.stopButton).toBeHidden();

    if (width < 1024) await page.getByRole("button", { name: history.open }).click();
    const actions = page.getByRole("button", { name: history.actions("What is short?") });
    await actions.press("Enter");
    await expect(page.getByRole("menuitem", { name: history.share })).toBeVisible();
    await expectNoFindings(page);
    await page.getByRole("menuitem", { name: history.share }).click();
    await page.getByRole("button", { name: share.create }).click();
    const link = page.getByRole("textbox", { name: share.link });
    await expect(link).toBeVisible();
    await expectNoFindings(page);
    await page.goto(await link.inputValue());
    await expect(page.getByRole("heading", { name: "What is short?" })).toBeVisible();
    await expectNoFindings(page);
  });
}
