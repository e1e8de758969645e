import { strings } from "@/lib/config/strings";
import { expect, test } from "./chat-test";

const { feedback } = strings;

test("an answer is rated with a reason, and the rating stays", async ({ chat, page, provider }) => {
  await provider({ answer: "In 1066.", tokensPerSecond: 0 });
  await chat.open();
  await chat.ask("When was it?");
  await chat.expectAnswered();
  const down = page.getByRole("button", { name: feedback.down });
  await down.press("Enter");
  await expect(down).toHaveAttribute("aria-pressed", "true");
  const reason = page.getByRole("textbox", { name: feedback.whatWasWrong });
  await expect(reason).toBeFocused();
  await reason.fill("The year is wrong");
  await chat.conversation.getByRole("button", { name: feedback.send, exact: true }).click();
  await expect(page.getByText(feedback.thanks)).toBeVisible();
  await expect(down).toBeFocused();
  await page.reload();
  await expect(down).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: feedback.up }).click();
  await expect(down).toHaveAttribute("aria-pressed", "false");
});

test("an answer can be reported", async ({ chat, page, provider }) => {
  await provider({ answer: "Something rude.", tokensPerSecond: 0 });
  await chat.open();
  await chat.ask("What do you say?");
  await chat.expectAnswered();
  await page.getByRole("button", { name: feedback.report }).click();
  await page.getByRole("textbox", { name: feedback.whyReport }).fill("It is rude");
  const sent = page.waitForResponse(/\/report$/);
  await chat.conversation.getByRole("button", { name: feedback.send, exact: true }).click();
  expect((await sent).status()).toBe(200);
  await expect(page.getByText(feedback.thanks)).toBeVisible();
});
