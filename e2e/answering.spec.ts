import { product } from "@/lib/config/product";
import { strings } from "@/lib/config/strings";
import { expect, test } from "./chat-test";

const markdown = [
  "A provider is **one entry** in `config/models.ts` [1].",
  "",
  "```ts",
  "export const first = 1;",
  "```",
  "",
  "| Variable | Meaning |",
  "| --- | --- |",
  "| MODEL_CHAIN | Models in order |",
  "",
  "- the end",
].join("\n");

test("a suggestion is answered word by word, with sources that open", async ({ chat, page, provider }) => {
  await provider({ answer: markdown, tokensPerSecond: 25 });
  await chat.open();
  await chat.field.fill("A thought of my own");
  await page.getByRole("button", { name: product.suggestions[0] }).click();
  // The first question to a server that has just started: guards and tokenizer are still being loaded.
  await expect(page).toHaveURL(/\/chat\/[\w-]+$/, { timeout: 20_000 });

  const answer = chat.answers.last();
  await expect(answer).toContainText("one entry");
  await chat.expectAnswering();
  await expect(answer).not.toContainText("the end");
  await chat.expectAnswered();
  await expect(answer.getByRole("listitem").filter({ hasText: "the end" })).toBeVisible();
  await expect(answer.getByRole("cell", { name: "Models in order" })).toBeVisible();
  await expect(answer.getByRole("button", { name: strings.code.copy })).toBeVisible();

  const chip = answer
    .getByRole("region", { name: strings.sources.label })
    .getByRole("button", { name: "Source 1" });
  await answer.getByRole("link", { name: /^Source 1: / }).click();
  await expect(chip).toHaveAttribute("aria-expanded", "true");
  await expect(chip).toBeFocused();
  await expect(answer.getByRole("link", { name: strings.sources.openPage })).toHaveAttribute(
    "href",
    /^\/knowledge\//,
  );
  await chip.click();
  await expect(chip).toHaveAttribute("aria-expanded", "false");
  await expect(chat.field).toHaveValue("A thought of my own");
});

test("waiting is seen within 100 ms, whatever the model takes", async ({ chat, page, provider }) => {
  await provider({ latencyMs: 1500 });
  await chat.open();
  await chat.field.fill("How long?");
  const waitedMs = await page.evaluate(
    async ([label, question]) => {
      const start = performance.now();
      const field = document.querySelector("textarea");
      field?.form?.requestSubmit();
      while (
        !document.body.innerText.includes(`${question}`) ||
        document.querySelector(`[aria-label="${label}"]`) === null
      ) {
        await new Promise(requestAnimationFrame);
      }
      return performance.now() - start;
    },
    [strings.composer.stop, "How long?"] as const,
  );
  expect(waitedMs).toBeLessThan(100);
  await chat.expectAnswered();
});

test("an answer can be stopped and asked for again", async ({ chat, page, provider }) => {
  await provider({ answer: "word ".repeat(400), tokensPerSecond: 30 });
  await chat.open();
  await chat.ask("Tell me everything");
  await expect(chat.answers.last()).toContainText("word word word");
  await chat.stopButton.click();
  await chat.expectAnswered();
  await expect(chat.answers.last()).toContainText("You stopped this answer.");

  await provider({ answer: "The second answer.", tokensPerSecond: 0 });
  await page.getByRole("button", { name: strings.notices.again }).first().click();
  await expect(chat.answers).toHaveCount(1);
  await expect(chat.answers.last()).toContainText("The second answer.");
  await page.reload();
  await expect(chat.answers).toHaveCount(1);
  await expect(chat.answers.last()).toContainText("The second answer.");
});

test("a screen reader hears once that an answer comes, and once the answer", async ({
  chat,
  page,
  provider,
}) => {
  await provider({ answer: "Exactly this.", tokensPerSecond: 10 });
  await chat.open();
  await page.evaluate(() => {
    const status = document.querySelector("main [role=status]");
    const heard: string[] = [];
    Object.assign(window, { heard });
    const listen = () => status?.textContent && heard.push(status.textContent);
    if (status !== null)
      new MutationObserver(listen).observe(status, { childList: true, characterData: true, subtree: true });
  });
  await chat.ask("What do you say?");
  await chat.expectAnswered();
  const { answering, answered } = strings.announcements;
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard))
    .toEqual([answering, answered("Exactly this.")]);
});

test("the page follows the answer until the reader scrolls away", async ({ chat, page, provider }) => {
  await provider({ answer: "A line of text.\n\n".repeat(120), tokensPerSecond: 200 });
  await chat.open();
  await chat.ask("Write a lot");
  const toLatest = page.getByRole("button", { name: strings.transcript.toLatest });
  await expect(chat.answers.last().getByText("A line of text.").nth(30)).toBeVisible();
  await expect(toLatest).toBeHidden();
  await chat.conversation.hover();
  await page.mouse.wheel(0, -600);
  await expect(toLatest).toBeVisible();
  await chat.expectAnswered();
  await expect(toLatest).toBeVisible();
  await toLatest.click();
  await expect(toLatest).toBeHidden();
});
