import { strings } from "@/lib/config/strings";
import { expect, test } from "./chat-test";

const QUESTIONS = 14;

test("a long chat opens at its end, and its beginning can be searched and read", async ({
  chat,
  page,
  provider,
  baseURL,
}) => {
  await provider({ answer: "A few lines of an answer.\n\n".repeat(8), tokensPerSecond: 0 });
  await chat.open();
  await chat.ask("Question number 1");
  await chat.expectAnswered();
  const chatId = new URL(page.url()).pathname.split("/").at(-1);
  for (let number = 2; number <= QUESTIONS; number++) {
    const message = {
      id: `question-${number}`,
      role: "user",
      parts: [{ type: "text", text: `Question number ${number}` }],
    };
    const asked = await page.request.post("/api/chat", {
      data: { id: chatId, message },
      headers: { origin: baseURL ?? "" },
    });
    expect(asked.ok()).toBe(true);
    await asked.body();
  }

  await page.reload();
  await expect(chat.conversation.getByText(`Question number ${QUESTIONS}`, { exact: true })).toBeVisible();
  await expect(chat.answers).toHaveCount(QUESTIONS);
  const last = chat.answers.last().getByRole("paragraph").last();
  await expect(last).toBeInViewport();
  await expect(page.getByRole("button", { name: strings.transcript.toLatest })).toBeHidden();

  const first = chat.conversation.getByText("Question number 1", { exact: true });
  await expect(first).not.toBeInViewport();
  // Out of sight is not out of the page: its search finds it.
  expect(await page.evaluate(() => document.body.innerText.includes("Question number 1\n"))).toBe(true);
  await first.scrollIntoViewIfNeeded();
  await expect(first).toBeInViewport();
  const headings = chat.conversation.getByRole("heading", { name: strings.transcript.question });
  await expect(headings).toHaveCount(QUESTIONS);
});
