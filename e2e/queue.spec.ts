import { strings } from "@/lib/config/strings";
import { expect, test } from "./chat-test";

const { queue } = strings;

test("a question asked meanwhile waits, and is sent when the answer has ended", async ({
  chat,
  page,
  provider,
}) => {
  await provider({ answer: "word ".repeat(80), tokensPerSecond: 20 });
  await chat.open();
  await chat.ask("The first one");
  await chat.expectAnswering();
  await chat.ask("A thought that goes");
  const waiting = page.getByRole("region", { name: queue.label });
  await expect(waiting).toContainText("A thought that goes");
  await waiting.getByRole("button", { name: queue.withdraw }).click();
  await expect(waiting).toBeHidden();
  await expect(chat.field).toHaveValue("A thought that goes");
  await chat.field.fill("The second one");
  await page.getByRole("button", { name: queue.send }).click();
  await expect(waiting).toContainText("The second one");
  await expect(chat.answers).toHaveCount(2, { timeout: 20_000 });
  await expect(waiting).toBeHidden();
  await chat.expectAnswered();
  await expect(chat.conversation).toContainText("The second one");
  await expect(chat.conversation).not.toContainText("A thought that goes");
});
