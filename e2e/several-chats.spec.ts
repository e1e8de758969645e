import { strings } from "@/lib/config/strings";
import { expect, test } from "./chat-test";

test("back and forward lead to the chats that were begun on this page", async ({ chat, page, provider }) => {
  await provider({ answer: "One thing.", tokensPerSecond: 0 });
  await chat.open();
  await chat.ask("A first chat");
  await expect(chat.answers.last()).toContainText("One thing.");
  const first = page.url();
  await provider({ answer: "Something else.", tokensPerSecond: 0 });
  await page.getByRole("link", { name: strings.page.newChat }).first().click();
  await expect(page).toHaveURL(/\/$/);
  await expect(chat.answers).toHaveCount(0);
  await chat.ask("A second chat");
  await expect(chat.answers.last()).toContainText("Something else.");
  await expect(page).not.toHaveURL(first);
  await page.goBack();
  await expect(page).toHaveURL(first);
  await expect(chat.answers.last()).toContainText("One thing.");
  await page.goForward();
  await expect(chat.answers.last()).toContainText("Something else.");

  const history = page.getByRole("navigation", { name: strings.history.label });
  await expect(history.getByRole("listitem")).toHaveCount(2);
});

test("another visitor finds nothing under a chat's address", async ({ browser, chat, page }) => {
  await chat.open();
  await chat.ask("Is this private?");
  await expect(page).toHaveURL(/\/chat\//);
  const stranger = await browser.newPage();
  const response = await stranger.goto(page.url());
  expect(response?.status()).toBe(404);
  await expect(stranger.getByRole("heading", { name: strings.notFound.title })).toBeVisible();
  await stranger.close();
});
