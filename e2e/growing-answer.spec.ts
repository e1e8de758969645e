import { strings } from "@/lib/config/strings";
import { expect, test } from "./chat-test";

const answer = [
  "Some **bold words** and `inline code`, with $x_i^2$, \\(a * b\\) and [a link](/knowledge/guards).",
  "$$\n\\sum_{i=1}^{n} x_i\n$$",
  "| Plan | Price |\n| --- | --- |\n| Small | $5 |\n| Large | $10 |",
  '```ts\nconst name = "value";\n```',
  "Between $5 and $10 a month, that is all.",
].join("\n\n");

/** Signs of Markdown and of formulas that nobody should see, however little has come of what they belong to. */
const rawSigns = /\*\*|`|\]\(|\| ?-|\$[^\d]|\\\(|\\sum/;

test("what is not whole yet is not shown as raw signs", async ({ chat, page, provider }) => {
  await provider({ answer, tokensPerSecond: 60, split: { every: 2 } });
  await chat.open();
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const look = () => {
      const text = document.querySelector<HTMLElement>("[data-answer-text]")?.innerText;
      if (text !== undefined) for (const line of text.split("\n")) seen.add(line);
      requestAnimationFrame(look);
    };
    look();
  });
  await chat.ask("Show me everything");
  await chat.expectAnswered();
  await expect(chat.answers.last()).toContainText("that is all.");
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect(seen.length).toBeGreaterThan(20);
  expect(seen.filter((line) => rawSigns.test(line))).toEqual([]);
});

test("formulas are maths to a screen reader, prices are not", async ({ chat, provider }) => {
  await provider({ answer, tokensPerSecond: 0 });
  await chat.open();
  await chat.ask("Show me everything");
  await expect(chat.answers.last().getByRole("math")).toHaveCount(3);
  await expect(chat.answers.last()).toContainText("Between $5 and $10 a month");
  await expect(chat.answers.last().getByRole("cell", { name: "$10" })).toBeVisible();
});

test("code and tables are copied as they are", async ({ chat, context, page, provider }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await provider({ answer, tokensPerSecond: 0 });
  await chat.open();
  await chat.ask("Show me everything");
  await chat.expectAnswered();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await chat.answers.last().getByRole("button", { name: strings.code.copy }).click();
  await expect.poll(clipboard).toBe('const name = "value";');
  await chat.answers.last().getByRole("button", { name: strings.table.copy }).click();
  await expect.poll(clipboard).toBe("Plan\tPrice\nSmall\t$5\nLarge\t$10");
});

test("on a phone a wide table scrolls inside itself", async ({ chat, page, provider }) => {
  const cells = Array.from({ length: 9 }, (_, index) => `Column ${index}`).join(" | ");
  await provider({ answer: `| ${cells} |\n|${" --- |".repeat(9)}\n| ${cells} |`, tokensPerSecond: 0 });
  await page.setViewportSize({ width: 360, height: 740 });
  await chat.open();
  await chat.ask("A wide table");
  await chat.expectAnswered();
  const last = chat.answers.last().getByRole("cell", { name: "Column 8" });
  await expect(last).not.toBeInViewport();
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test("a long answer lets go of a reader who scrolls up, and takes them back by keyboard", async ({
  chat,
  page,
  provider,
}) => {
  const line = (index: number) => `Line ${index} of the answer, which goes on for a while.`;
  const lines = Array.from({ length: 120 }, (_, index) => line(index));
  await provider({ answer: lines.join("\n\n"), tokensPerSecond: 400 });
  await chat.open();
  await chat.ask("Write very much");
  await expect(chat.answers.last()).toContainText(line(50));
  await chat.conversation.hover();
  await page.mouse.wheel(0, -1500);
  const toLatest = page.getByRole("button", { name: strings.transcript.toLatest });
  await expect(toLatest).toBeVisible();
  const held = await chat.answers
    .last()
    .getByRole("paragraph")
    .evaluateAll(
      (paragraphs) =>
        paragraphs.find((paragraph) => paragraph.getBoundingClientRect().top > 200)?.textContent ?? "",
    );
  const place = chat.answers.last().getByText(held, { exact: true });
  const before = await place.boundingBox();
  await chat.expectAnswered();
  expect(Math.abs(((await place.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(40);

  await toLatest.focus();
  await page.keyboard.press("Enter");
  await expect(toLatest).toBeHidden();
  await expect(chat.answers.last().getByText(line(119))).toBeInViewport();
});
