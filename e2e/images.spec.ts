import type { Locator } from "@playwright/test";
import { makePng } from "@/lib/attachments/images/make-image.fixture";
import { strings } from "@/lib/config/strings";
import { expect, test } from "./admin-test";
import { attached, choose, sentFile } from "./attached-files";

import { lastRequests } from "./control-provider";
import { expectNoFindings } from "./expect-no-findings";

const large = { name: "holiday.png", content: makePng(3_200, 1_600), type: "image/png" };
/** One black pixel, in a format that no model takes. */
const gif = {
  name: "dot.gif",
  content: Buffer.from("R0lGODlhAQABAIAAAAAAAAAAACwAAAAAAQABAAACAkQBADs=", "base64"),
  type: "image/gif",
};

/** `imageLimits.maxSide` of lib/config/attachments.ts. */
const MAX_SIDE = 1_568;

const widthOf = (image: Locator): Promise<number> =>
  image.evaluate((element) => (element instanceof HTMLImageElement ? element.naturalWidth : -1));

test("an image is made smaller, shown, asked about, and still there after a reload", async ({
  chat,
  page,
  provider,
}) => {
  await provider({ answer: "A red wall." });
  await chat.open();
  await choose(page, large, gif);
  const thumbnails = attached(page).locator("img");
  await expect(thumbnails).toHaveCount(2);
  await expect.poll(() => widthOf(thumbnails.first())).toBe(MAX_SIDE);
  // What it is now, its name says, too.
  await expect(attached(page)).toContainText("dot.png");
  await chat.ask("What is on it?");
  await expect(chat.answers.last()).toContainText("A red wall.");
  await chat.expectAnswered();
  const sent = JSON.stringify(await lastRequests(1));
  expect(sent.match(/"image_url":"data:image\/png;base64,/g)).toHaveLength(2);
  expect(sent).toContain("1. holiday.png\\n2. dot.png");
  const file = sentFile(chat, "holiday.png");
  await expect(file.locator("img")).toBeVisible();
  await page.reload();
  await expect.poll(() => widthOf(file.locator("img"))).toBe(MAX_SIDE);
  const download = page.waitForEvent("download");
  await file.click();
  expect((await download).suggestedFilename()).toBe("holiday.png");
});

test("an admin sees the image on the page of its turn, and its request without the bytes", async ({
  chat,
  page,
  admin,
  provider,
}) => {
  await provider({ answer: "A red wall." });
  await chat.open();
  await choose(page, large);
  await expect(attached(page).locator("img")).toBeVisible();
  const answering = page.waitForResponse("/api/chat");
  await chat.ask("What is on it?");
  const turnId = (await answering).headers()["x-turn-id"] ?? "";
  await chat.expectAnswered();
  await admin.goto(`/admin/turns/${turnId}`);
  await admin.getByText("holiday.png").first().click();
  const image = admin.getByRole("img", { name: "holiday.png" });
  await expect.poll(() => widthOf(image)).toBe(MAX_SIDE);
  await expect(admin.getByText(/base64,\[an image, [\d,]+ characters of base64\]/).first()).toBeAttached();
  await expectNoFindings(admin);
});

test("the answer says when what gave it has not seen the image", async ({ chat, page, provider }) => {
  await chat.open();
  await provider({ fault: { kind: "status", status: 503 } });
  await choose(page, gif);
  await expect(attached(page).locator("img")).toBeVisible();
  await chat.ask("What is on it?");
  await expect(chat.conversation).toContainText("so it has not seen yours");
  await chat.expectAnswered();
});

test("what only calls itself an image is refused with the reason", async ({ chat, page }) => {
  await chat.open();
  await choose(
    page,
    { name: "photo.heic", content: Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1"), type: "image/heic" },
    { name: "cut.png", content: makePng(4, 4).slice(0, 50), type: "image/png" },
  );
  await expect(attached(page)).toContainText("Save it as PNG or JPEG");
  await expect(attached(page)).toContainText("This image is damaged");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on a chat with images, ${colorScheme}`, async ({ chat, page, provider }) => {
    await provider({ answer: "A red wall." });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 360, height: 740 });
    await chat.open();
    await choose(page, large);
    await expect(attached(page).locator("img")).toBeVisible();
    await chat.ask("What is on it?");
    await chat.expectAnswered();
    await choose(page, gif);
    await expect(attached(page).locator("img")).toBeVisible();
    await expect(page.getByRole("button", { name: strings.attachments.remove("dot.png") })).toBeVisible();
    await expectNoFindings(page);
  });
}
