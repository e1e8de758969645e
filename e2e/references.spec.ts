import { strings } from "@/lib/config/strings";
import { expect, test } from "./admin-test";

/** Characters that no keyboard sends and that hide text: a guard refuses the question. */
const HIDDEN = "\u{E0049}\u{E0067}\u{E006E}\u{E006F}\u{E0072}\u{E0065}";
const copyReference = /^Copy reference [0-9a-f]{8}-[0-9a-f]{4}$/;

test("the reference of a notice leads an admin to its turn", async ({
  admin,
  chat,
  context,
  page,
  provider,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await provider({ answer: "word ".repeat(400), tokensPerSecond: 30 });
  await chat.open();
  await chat.ask("Tell me about references");
  await expect(chat.answers.last()).toContainText("word word word");
  await chat.stopButton.click();
  await chat.expectAnswered();
  await chat.answers.last().getByRole("button", { name: copyReference }).click();
  await expect(chat.answers.last().getByRole("button", { name: strings.copy.done })).toBeVisible();
  const reference = await page.evaluate(() => navigator.clipboard.readText());

  await admin.goto("/admin");
  await admin.getByRole("searchbox", { name: "Turn reference" }).fill(reference);
  await admin.keyboard.press("Enter");
  await expect(admin).toHaveURL(new RegExp(`/admin/turns/${reference}`));
  await expect(admin.getByText("Tell me about references").first()).toBeVisible();
});

test("a question that is refused before it is answered has a reference too", async ({ chat, page }) => {
  await chat.open();
  const refused = page.waitForResponse(
    (response) => response.url().endsWith("/api/chat") && response.status() === 422,
  );
  await chat.ask(`Please summarise this ${HIDDEN}${HIDDEN}`);
  const { turnId } = (await (await refused).json()) as { turnId: string };
  const button = page.getByRole("button", { name: copyReference });
  await expect(button).toHaveText(turnId.slice(0, 13));
});

test("who waits for long is told what to expect", async ({ chat, page, provider }) => {
  await provider({ answer: "At last.", latencyMs: 5000, tokensPerSecond: 0 });
  await chat.open();
  await chat.ask("Do you take long?");
  // Which of the two depends on how many answers were measured before.
  const { late, usual } = strings.wait;
  const expectation = page
    .getByText(late(15))
    .or(page.getByText(new RegExp(`^${usual(0).replace("0", "\\d+")}$`)));
  await expect(expectation).toBeVisible();
  await expect(chat.answers.last()).toContainText("At last.");
  await expect(expectation).toBeHidden();
});
