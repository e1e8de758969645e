import type { Page } from "@playwright/test";
import { makePdf } from "@/lib/attachments/make-pdf.fixture";
import { strings } from "@/lib/config/strings";
import { attached, choose, sentFile } from "./attached-files";
import { expect, test } from "./chat-test";
import { expectNoFindings } from "./expect-no-findings";

const words = strings.attachments;

/** What a drop or a paste brings. */
function transferOf(page: Page, name: string, content: string) {
  return page.evaluateHandle(
    ([fileName = "", text = ""]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName));
      return transfer;
    },
    [name, content],
  );
}

test("a PDF is read, asked about, and still there after a reload", async ({ chat, page, provider }) => {
  await provider({ answer: "They sleep at noon [1]." });
  await chat.open();
  await choose(page, { name: "foxes.pdf", content: makePdf(["Foxes sleep at noon.", "Hens do not."]) });
  await expect(attached(page)).toContainText("foxes.pdf");
  await expect(attached(page)).toContainText(words.pages(2));
  await chat.ask("When do foxes sleep?");
  await expect(chat.answers.last()).toContainText("They sleep at noon");
  await chat.expectAnswered();
  const file = sentFile(chat, "foxes.pdf");
  await expect(file).toBeVisible();
  await page.getByRole("button", { name: /foxes\.pdf, page 1/ }).click();
  await expect(page.getByRole("link", { name: words.openFile })).toBeVisible();
  await page.reload();
  await expect(file).toBeVisible();
  const download = page.waitForEvent("download");
  await file.click();
  expect((await download).suggestedFilename()).toBe("foxes.pdf");
  // Asked again it has the same file.
  await page.getByRole("button", { name: strings.transcript.regenerate }).click();
  await expect(page.getByText(strings.versions.position(2, 2))).toBeAttached();
  // And so has another version of the question.
  await page.getByRole("button", { name: strings.edit.open }).click();
  const editor = page.getByRole("textbox", { name: strings.edit.field });
  await editor.fill("When do foxes not sleep?");
  await editor.press("Enter");
  await expect(chat.conversation).toContainText("When do foxes not sleep?");
  await chat.expectAnswered();
  await expect(file).toHaveCount(1);
});

test("what can't be read says why, and can be removed by keyboard", async ({ chat, page }) => {
  await chat.open();
  await choose(
    page,
    { name: "locked.pdf", content: makePdf(["secret"], { encrypted: true }) },
    { name: "photo.txt", content: Buffer.from("89504e470d0a1a0a00ff", "hex") },
  );
  await expect(attached(page)).toContainText("protected by a password");
  await expect(attached(page)).toContainText("This image is damaged");
  await chat.ask("What does it say?");
  await expect(page.getByText(words.failed)).toBeVisible();
  await expect(chat.field).toHaveValue("What does it say?");
  await page.getByRole("button", { name: words.remove("locked.pdf") }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: words.remove("photo.txt") })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: words.add })).toBeFocused();
  await expect(page.getByText(words.failed)).toBeHidden();
});

test("files are taken when dropped and when pasted, and too many are refused", async ({ chat, page }) => {
  await chat.open();
  const dropped = await transferOf(page, "dropped.md", "# Dropped");
  // As a browser does while files are held over the page: before its script has come nobody hears the first ones.
  await expect(async () => {
    await chat.field.dispatchEvent("dragover", { dataTransfer: dropped });
    await expect(page.getByText(words.drop)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await chat.field.dispatchEvent("drop", { dataTransfer: dropped });
  await expect(page.getByText(words.drop)).toBeHidden();
  await expect(attached(page)).toContainText("dropped.md");
  const pasted = await transferOf(page, "pasted.txt", "Pasted");
  await chat.field.evaluate((field, clipboardData) => {
    const paste = { clipboardData, bubbles: true, cancelable: true };
    field.dispatchEvent(new ClipboardEvent("paste", paste));
  }, pasted);
  await expect(attached(page)).toContainText("pasted.txt");
  await choose(page, ...["a", "b", "c"].map((name) => ({ name: `${name}.txt`, content: name })));
  await expect(attached(page).getByRole("listitem")).toHaveCount(4);
  await expect(page.getByText(words.tooMany(4))).toBeVisible();
});

test("a question waits for its file, and files survive a reload like the draft", async ({
  chat,
  page,
  provider,
}) => {
  await provider({ answer: "An answer." });
  await chat.open();
  await choose(page, { name: "kept.txt", content: "Kept" });
  await chat.field.fill("A draft");
  await expect(attached(page).getByText("4 B", { exact: true })).toBeVisible();
  await page.reload();
  await expect(chat.field).toHaveValue("A draft");
  await expect(attached(page)).toContainText("kept.txt");
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/attachments", async (route) => {
    await released;
    await route.continue();
  });
  await choose(page, { name: "slow.txt", content: "Slow" });
  await chat.field.press("Enter");
  await expect(page.getByText(words.wait)).toBeVisible();
  await expect(chat.field).toHaveValue("A draft");
  release();
  await expect(chat.answers).toHaveText([/An answer\./]);
  await expect(sentFile(chat, "slow.txt")).toBeVisible();
  await expect(chat.field).toHaveValue("");
  await page.goto("/");
  await expect(chat.field).toBeFocused();
  await expect(page.getByRole("list", { name: words.label })).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on a chat with files, ${colorScheme}`, async ({ chat, page, provider }) => {
    await provider({ answer: "An answer." });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 360, height: 740 });
    await chat.open();
    await choose(page, { name: "a-file-with-quite-a-long-name-that-goes-on.txt", content: "text" });
    await expect(attached(page).getByText("4 B", { exact: true })).toBeVisible();
    await chat.ask("What does it say?");
    await expect(chat.answers).toHaveText([/An answer\./]);
    await expect(sentFile(chat, "a-file-with")).toBeVisible();
    await choose(
      page,
      { name: "notes.md", content: "# Notes" },
      { name: "locked.pdf", content: makePdf(["x"], { encrypted: true }) },
    );
    await expect(attached(page)).toContainText("protected by a password");
    await expectNoFindings(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
  });
}
