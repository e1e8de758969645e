import { ChatPage } from "./chat-page";
import { expect, test } from "./chat-test";

const wholeAnswer = `The beginning. ${"And on it goes. ".repeat(90)}The end.`;

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
  provider,
}) => {
  const second = new ChatPage(await context.newPage());
  await second.page.goto(page.url());
  await second.expectAnswering();
  for (const tab of [chat, second]) {
    await tab.expectAnswered();
    await expect(tab.answers).toHaveCount(1);
    await expect(tab.answers.last()).toContainText(wholeAnswer);
  }

  await provider({ answer: "A short one.", tokensPerSecond: 0 });
  await chat.ask("And another one?");
  await expect(second.conversation).toContainText("And another one?");
  await expect(second.answers).toHaveCount(2);
  await expect(second.answers.last()).toContainText("A short one.");
  await chat.expectAnswered();

  await second.ask("A third, from here?");
  await expect(chat.conversation).toContainText("A third, from here?");
  await expect(chat.answers).toHaveCount(3);
  await expect(chat.answers.last()).toContainText("A short one.");
});

test("an answer goes on when its tab is closed", async ({ context, page }) => {
  const url = page.url();
  await page.close();
  const later = new ChatPage(await context.newPage());
  await later.page.goto(url);
  await later.expectAnswered();
  await expect(later.answers.last()).toContainText(wholeAnswer);
});
