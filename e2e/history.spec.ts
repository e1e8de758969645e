import type { Locator, Page } from "@playwright/test";
import { strings } from "@/lib/config/strings";
import type { ChatPage } from "./chat-page";
import { expect, test } from "./chat-test";

const { history } = strings;

async function begin(chat: ChatPage, question: string): Promise<void> {
  await chat.open();
  await chat.ask(question);
  await chat.expectAnswered();
}

function sidebar(page: Page): Locator {
  return page.getByRole("navigation", { name: history.label });
}

async function choose(list: Locator, title: string, action: string): Promise<void> {
  await list.getByRole("button", { name: history.actions(title) }).press("Enter");
  await list.getByRole("menuitem", { name: action }).click();
}

test("chats are listed, found, renamed, pinned, deleted and brought back", async ({
  chat,
  page,
  provider,
}) => {
  await provider({ answer: "Ravens live in the tower.", tokensPerSecond: 0 });
  await begin(chat, "Which birds?");
  await provider({ answer: "Flour and water.", tokensPerSecond: 0 });
  await begin(chat, "What is bread?");
  const list = sidebar(page);
  await expect(list.getByRole("list", { name: history.groups.today }).getByRole("link")).toHaveText([
    "What is bread?",
    "Which birds?",
  ]);

  const search = list.getByRole("searchbox", { name: history.search });
  await search.fill("rav");
  await expect(list.getByRole("listitem")).toHaveText(["Which birds?"]);
  await search.fill("penguins");
  await expect(list.getByText(history.nothingFound)).toBeVisible();
  await search.fill("");
  await expect(list.getByRole("listitem")).toHaveCount(2);

  await choose(list, "Which birds?", history.rename);
  const field = list.getByRole("textbox", { name: history.newTitle });
  await field.fill("Ravens");
  await field.press("Enter");
  await expect(list.getByRole("link", { name: "Ravens" })).toBeVisible();
  await choose(list, "Ravens", history.pin);
  await expect(list.getByRole("list", { name: history.groups.pinned }).getByRole("link")).toHaveText([
    "Ravens",
  ]);

  await choose(list, "What is bread?", history.remove);
  await expect(page).toHaveURL("/");
  await expect(list.getByRole("link", { name: "What is bread?" })).toHaveCount(0);
  await expect(list.getByText(history.removed("What is bread?"))).toBeVisible();
  const undo = list.getByRole("button", { name: history.undo });
  await undo.click();
  await list.getByRole("link", { name: "What is bread?" }).click();
  await expect(chat.answers.last()).toContainText("Flour and water.");

  await choose(list, "Ravens", history.remove);
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(list.getByRole("link", { name: "Ravens" })).toBeVisible();
});

test("on a phone the chats slide over the page", async ({ chat, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await begin(chat, "Is this small?");
  await page.getByRole("link", { name: strings.page.newChat }).click();
  await expect(page).toHaveURL("/");
  await expect(sidebar(page)).toBeHidden();
  await page.getByRole("button", { name: history.open }).click();
  const drawer = page.getByRole("dialog", { name: history.label });
  await drawer.getByRole("link", { name: "Is this small?" }).click();
  await expect(page).toHaveURL(/\/chat\//);
  await expect(drawer).toBeHidden();
});
