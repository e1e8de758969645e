import { strings } from "@/lib/config/strings";
import { expect, test } from "./admin-test";

const words = strings.admin.users.one.plan;

test("what is left of the day is said before it is gone", async ({ admin, chat, page, provider }) => {
  await provider({ answer: "Fine.", tokensPerSecond: 0 });
  await chat.open();
  await chat.ask("One?");
  await chat.expectAnswered();
  const session = await page.request.get("/api/auth/get-session");
  const { user } = (await session.json()) as { user: { id: string } };
  await admin.goto(`/admin/users/${user.id}`);
  await admin.getByLabel(words.turnsPerDay).fill("3");
  await admin.getByLabel(words.reason).fill("A test");
  await admin.getByRole("button", { name: words.save }).click();
  await expect(admin.getByText(words.saved)).toBeVisible();

  await chat.ask("Two?");
  await chat.expectAnswered();
  await expect(page.getByText(strings.quota.turns(1))).toBeVisible();
  await chat.ask("Three?");
  await chat.expectAnswered();
  await expect(page.getByText(strings.quota.turns(0))).toBeVisible();
  await chat.ask("Four?");
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(chat.field).toHaveValue("Four?");
});
