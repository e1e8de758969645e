import type { Page } from "@playwright/test";
import { strings } from "@/lib/config/strings";
import { expect, type Guest, test } from "./admin-test";
import { expectNoFindings } from "./expect-no-findings";

const { flagged, labels, nav, overview, turns } = strings.admin;
const person = strings.admin.users.one;

/** Characters that no keyboard sends and that hide text: a guard refuses the question. */
const HIDDEN = "\u{E0049}\u{E0067}\u{E006E}\u{E006F}\u{E0072}\u{E0065}\u{E0049}\u{E0067}\u{E006E}\u{E006F}";

async function askRefused(guest: Guest, word: string): Promise<string> {
  return guest.ask(`Please summarise ${word} ${HIDDEN}`);
}

test("an admin finds a turn by its words and sees all that is on record", async ({
  admin,
  guest,
  provider,
}) => {
  await provider({ answer: "The quokka is a small wallaby.", tokensPerSecond: 0 });
  const turnId = await guest.ask("What is a quokka?");
  await admin.goto("/admin");
  await expect(admin.getByRole("heading", { name: overview.title })).toBeVisible();
  await expect(admin.getByText(overview.figures.costPerTurn)).toBeVisible();
  await admin.getByRole("button", { name: overview.charts.tableOf(overview.charts.turns.day) }).click();
  await expect(admin.getByRole("columnheader", { name: overview.columns.fallbacks })).toBeVisible();

  await admin.getByRole("navigation", { name: nav.label }).getByRole("link", { name: nav.turns }).click();
  await admin.getByRole("searchbox", { name: turns.filters.search }).fill("quokkas wallaby");
  await admin.getByRole("button", { name: turns.filters.show }).click();
  await expect(admin).toHaveURL(/q=quokkas/);
  await admin.getByRole("link", { name: "What is a quokka?" }).first().click();

  await expect(admin).toHaveURL(new RegExp(turnId));
  await expect(admin.getByRole("region", { name: turns.one.answer })).toContainText("small wallaby");
  await expect(admin.getByRole("table", { name: turns.trace.caption })).toContainText("generate");
  await expect(admin.getByRole("group", { name: turns.money.label })).toContainText(labels.bill.outputText);
  await admin.getByText(`${turns.bodies.request} (`).click();
  await expect(admin.getByRole("article")).toContainText('"What is a quokka?"');
  const saving = admin.waitForEvent("download");
  await admin.getByRole("link", { name: turns.bodies.save }).first().click();
  expect((await saving).suggestedFilename()).toMatch(/-request\.txt$/);

  await admin.getByRole("searchbox", { name: nav.reference }).fill(turnId.slice(0, 23));
  await admin.keyboard.press("Enter");
  await expect(admin).toHaveURL(new RegExp(`/admin/turns/${turnId}`));
});

test("a reviewer works the queue off by keyboard", async ({ admin, guest }) => {
  await askRefused(guest, "apples");
  await askRefused(guest, "pears");
  await admin.goto("/admin/flagged");
  const queue = admin.getByRole("list", { name: flagged.queue });
  const waiting = (word: string) => queue.getByRole("button", { name: new RegExp(`summarise ${word}`) });
  await expect(queue).toHaveAttribute("aria-keyshortcuts", /j k/);
  await expect(waiting("pears")).toHaveAttribute("aria-expanded", "true");
  await admin.keyboard.press("j");
  await expect(waiting("apples")).toHaveAttribute("aria-expanded", "true");
  await admin.keyboard.press("k");
  await admin.keyboard.press("n");
  await admin.keyboard.type("Hidden text");
  await admin.keyboard.press("Escape");
  await admin.keyboard.press("r");
  await expect(waiting("pears")).toHaveCount(0);
  await expect(admin.getByText(flagged.marked.RIGHT)).toBeVisible();
  await expect(waiting("apples")).toHaveAttribute("aria-expanded", "true");
  await admin.keyboard.press("w");
  await expect(waiting("apples")).toHaveCount(0);
  await admin.keyboard.press("u");
  await expect(waiting("apples")).toHaveAttribute("aria-expanded", "true");

  await admin.getByRole("link", { name: flagged.decided }).click();
  const decided = admin.getByRole("list", { name: flagged.decided }).getByRole("listitem").first();
  await expect(decided).toContainText("summarise pears");
  await expect(decided).toContainText("Hidden text");
  await decided.getByRole("link", { name: /summarise pears/ }).click();
  await expect(admin.getByRole("region", { name: turns.one.audit })).toContainText(
    labels.actions["flag.decide"],
  );
});

test("an admin gives a person limits of their own, bans them and lets them back in", async ({
  admin,
  guest,
  provider,
}) => {
  await provider({ answer: "Fine.", tokensPerSecond: 0 });
  await guest.ask("Hello there");
  await admin.goto(`/admin/users/${guest.userId}`);
  await admin.getByLabel(person.plan.turnsPerDay).fill("1");
  await admin.getByLabel(person.plan.reason).fill("Too many questions");
  await admin.getByRole("button", { name: person.plan.save }).click();
  await expect(admin.getByText(person.plan.saved)).toBeVisible();
  await expect(admin.getByRole("region", { name: person.audit.title })).toContainText("Too many questions");
  const message = { id: "m2", role: "user", parts: [{ type: "text", text: "Once more" }] };
  const ask = () => guest.requests.post("/api/chat", { data: { id: guest.userId, message } });
  expect((await ask()).status()).toBe(429);

  await admin.getByLabel(person.ban.reason, { exact: true }).fill("Spam");
  await admin.getByRole("button", { name: person.ban.submit }).click();
  await expect(admin.getByRole("button", { name: person.ban.lift })).toBeVisible();
  expect((await ask()).status()).toBe(401);
  await admin.getByRole("button", { name: person.ban.lift }).click();
  await expect(admin.getByRole("button", { name: person.ban.submit })).toBeVisible();
});

const pages = (turnId: string, userId: string) => [
  "/admin?period=today",
  "/admin/turns?status=COMPLETED",
  "/admin/turns?q=nothing+has+these+words",
  `/admin/turns/${turnId}`,
  "/admin/flagged",
  "/admin/flagged?state=decided",
  "/admin/users",
  `/admin/users/${userId}`,
  "/admin/find?reference=unknown",
];

async function expectSound(page: Page, path: string): Promise<void> {
  await page.goto(path);
  // The skeleton that stands there until the record is read has none.
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNoFindings(page, path);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, path).toBeLessThanOrEqual(0);
}

for (const { colorScheme, width } of [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 360 },
] as const) {
  test(`axe finds nothing on the admin pages, ${colorScheme} at ${width} px`, async ({ admin, guest }) => {
    test.setTimeout(120_000);
    const faults: string[] = [];
    admin.on("pageerror", (error) => faults.push(error.message));
    admin.on("console", (line) => line.type() === "error" && faults.push(line.text()));
    await admin.emulateMedia({ colorScheme });
    await admin.setViewportSize({ width, height: 800 });
    await askRefused(guest, "plums");
    const turnId = await guest.ask("Is everything in order?");
    for (const path of pages(turnId, guest.userId)) await expectSound(admin, path);
    expect(faults).toEqual([]);
  });
}
