import { strings } from "@/lib/config/strings";
import { expect, test } from "./chat-test";
import { lastRequests } from "./control-provider";

test("a model is chosen, answers, and stays chosen", async ({ chat, page, provider }) => {
  await provider({ answer: "Chosen.", tokensPerSecond: 0 });
  await chat.open();
  const picker = (name: string) => page.getByRole("button", { name: strings.models.label(name) });
  await picker(strings.models.automatic).click();
  await page.getByRole("menuitemradio", { name: "GPT-5", exact: true }).click();
  await expect(picker("GPT-5")).toBeVisible();
  await chat.ask("Who answers?");
  await chat.expectAnswered();
  expect(await lastRequests(1)).toMatchObject([{ model: "gpt-5" }]);

  await page.goto("/");
  await picker("GPT-5").click();
  await page.getByRole("menuitemradio", { name: strings.models.automatic }).click();
  await chat.ask("And now?");
  await chat.expectAnswered();
  expect(await lastRequests(1)).toMatchObject([{ model: "gpt-5-mini" }]);
});

test("a chat that begins with a long question gets a title of its own", async ({ chat, page, provider }) => {
  await provider({
    answer: {
      kind: "match",
      rules: [{ pattern: "^Message:", answer: '"Cats in Lisbon"' }],
      otherwise: "They need a passport.",
    },
    tokensPerSecond: 0,
  });
  await chat.open();
  await chat.ask("We are moving to Lisbon next spring with two cats, and I wonder which papers they need.");
  await chat.expectAnswered();
  const history = page.getByRole("navigation", { name: strings.history.label });
  await expect(history.getByRole("link", { name: "Cats in Lisbon" })).toBeVisible();
  await expect(page).toHaveTitle(/^Cats in Lisbon/);
  await expect(chat.answers.last()).toContainText("They need a passport.");
});
