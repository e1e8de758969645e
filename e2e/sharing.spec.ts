import { readFile } from "node:fs/promises";
import { strings } from "@/lib/config/strings";
import { expect, test } from "./chat-test";

const { history, share } = strings;

test("a chat is shared by a link that can be revoked", async ({ browser, chat, page, provider }) => {
  await provider({ answer: "For **everyone**.", tokensPerSecond: 0 });
  await chat.open();
  await chat.ask("Who is this for?");
  await chat.expectAnswered();
  const list = page.getByRole("navigation", { name: history.label });
  await list.getByRole("button", { name: history.actions("Who is this for?") }).press("Enter");
  await list.getByRole("menuitem", { name: history.share }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: share.create }).click();
  const link = dialog.getByRole("textbox", { name: share.link });
  await expect(link).toHaveValue(/\/shared\/[\w-]{32}$/);

  const stranger = await browser.newPage();
  const url = await link.inputValue();
  await stranger.goto(url);
  await expect(stranger.getByRole("heading", { name: "Who is this for?" })).toBeVisible();
  await expect(stranger.getByText("everyone")).toBeVisible();
  await expect(stranger.getByRole("textbox")).toHaveCount(0);
  await expect(stranger.getByRole("button", { name: strings.edit.open })).toHaveCount(0);
  await expect(stranger.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);

  await dialog.getByRole("button", { name: share.revoke }).click();
  await expect(link).toBeHidden();
  expect((await stranger.goto(url))?.status()).toBe(404);
  await stranger.close();
});

test("a chat is downloaded as Markdown", async ({ chat, page, provider }) => {
  await provider({ answer: "To keep it.", tokensPerSecond: 0 });
  await chat.open();
  await chat.ask("Why download?");
  await chat.expectAnswered();
  const list = page.getByRole("navigation", { name: history.label });
  await list.getByRole("button", { name: history.actions("Why download?") }).press("Enter");
  const download = page.waitForEvent("download");
  await list.getByRole("menuitem", { name: history.markdown }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text).toContain("# Why download?");
  expect(text).toContain("To keep it.");
});
