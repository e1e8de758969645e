import { strings } from "@/lib/config/strings";
import { ChatPage } from "./chat-page";
import { expect, test } from "./chat-test";

const wholeAnswer = `The beginning. ${"And on it goes. ".repeat(40)}The end.`;

test.beforeEach(async ({ chat, page, provider }) => {
  await provider({ answer: wholeAnswer, tokensPerSecond: 60 });
  await chat.open();
  await chat.ask("Tell me a long story");
  await expect(chat.answers.last()).toContainText("And on it goes.");
  await expect(page).toHaveURL(/\/chat\//);
});

test("a reload in mid-answer shows the whole answer, once", async ({ chat, page }) => {
  await page.reload();
  await chat.expectAnswering();
  await expect(chat.answers.last()).not.toContainText("The end.");
  await chat.expectAnswered();
  await expect(chat.answers).toHaveCount(1);
  await expect(chat.answers.last()).toContainText(wholeAnswer);
});

test("a second tab in mid-answer shows the whole answer, as does the first", async ({
  chat,
  context,
  page,
}) => {
  const second = new ChatPage(await context.newPage());
  await second.page.goto(page.url());
  await second.expectAnswering();
  for (const tab of [chat, second]) {
    await tab.expectAnswered();
    await expect(tab.answers).toHaveCount(1);
    await expect(tab.answers.last()).toContainText(wholeAnswer);
  }

  await chat.ask("And another one?");
  await expect(second.conversation).toContainText("And another one?");
  await expect(second.answers).toHaveCount(2);
  await second.expectAnswered();
  await expect(second.answers.last()).toContainText(wholeAnswer);
  await chat.expectAnswered();

  await second.ask("A third, from here?");
  await expect(chat.conversation).toContainText("A third, from here?");
  await chat.expectAnswered();
  await expect(chat.answers).toHaveCount(3);
  await expect(chat.answers.last()).toContainText(wholeAnswer);
});

test("an answer goes on when its tab is closed", async ({ context, page }) => {
  const url = page.url();
  await page.close();
  const later = new ChatPage(await context.newPage());
  await later.page.goto(url);
  await later.expectAnswered();
  await expect(later.answers.last()).toContainText(wholeAnswer);
});

test("back and forward lead to the chats that were begun on this page", async ({ chat, page, provider }) => {
  const first = page.url();
  await chat.expectAnswered();
  await provider({ answer: "Something else.", tokensPerSecond: 0 });
  await page.getByRole("link", { name: strings.page.newChat }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(chat.answers).toHaveCount(0);
  await chat.ask("A second chat");
  await expect(chat.answers.last()).toContainText("Something else.");
  await expect(page).not.toHaveURL(first);
  await page.goBack();
  await expect(page).toHaveURL(first);
  await expect(chat.answers.last()).toContainText(wholeAnswer);
  await page.goForward();
  await expect(chat.answers.last()).toContainText("Something else.");

  await page.getByRole("link", { name: strings.page.chats }).click();
  await expect(page.getByRole("heading", { name: strings.chats.heading })).toBeVisible();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(2);
});

test("another visitor finds nothing under a chat's address", async ({ browser, page }) => {
  const stranger = await browser.newPage();
  const response = await stranger.goto(page.url());
  expect(response?.status()).toBe(404);
  await expect(stranger.getByRole("heading", { name: strings.notFound.title })).toBeVisible();
  await stranger.close();
});
