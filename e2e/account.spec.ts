import { strings } from "@/lib/config/strings";
import { AccountPage, newEmail, password } from "./account-page";
import { expect, test } from "./chat-test";

const { errors, fields, forgot, menu, reset, signIn } = strings.account;

test("a guest gets an account and keeps their chat", async ({ chat, page, provider }) => {
  await provider({ answer: "Twelve.", tokensPerSecond: 0 });
  await chat.open();
  await chat.ask("How many?");
  await chat.expectAnswered();
  await page.goto("/");
  const account = new AccountPage(page);
  await account.choose(menu.create);
  const email = await account.fillSignUp();
  await account.expectSignedInAs(email);
  await page.goto("/chats");
  await page.getByRole("main").getByRole("link", { name: "How many?" }).click();
  await expect(chat.answers.last()).toContainText("Twelve.");
});

test("signing out and in again, with the wrong password in between", async ({ page }) => {
  const account = new AccountPage(page);
  const email = await account.signUp();
  await account.signOut();
  await expect(page).toHaveURL("/");
  await page.goto("/settings");
  await expect(page).toHaveURL("/sign-in?next=/settings");
  await account.fillSignIn(email, "not my password");
  await expect(page.getByText(errors.byCode.INVALID_EMAIL_OR_PASSWORD)).toBeVisible();
  await expect(account.field(fields.email)).toHaveValue(email);
  await account.fillSignIn(email);
  await expect(page).toHaveURL("/settings");
});

test("signing in leads to no other site", async ({ baseURL, page }) => {
  const account = new AccountPage(page);
  const email = await account.signUp();
  await account.signOut();
  for (const next of ["//evil.example", "https://evil.example", "/\\evil.example"]) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await account.fillSignIn(email);
    await expect(page).toHaveURL(`${baseURL}/`);
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await expect(page).toHaveURL(`${baseURL}/`);
    await account.signOut();
  }
});

test("an admin finds the way to the admin area, others do not", async ({ page }) => {
  const account = new AccountPage(page);
  await account.signUp();
  await account.openMenu();
  await expect(page.getByRole("menuitem", { name: menu.settings })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: menu.admin })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await account.signOut();
  await account.signIn("admin@example.com", "e2e-admin-password");
  await expect(page).toHaveURL("/");
  await account.openMenu();
  await expect(page.getByRole("menuitem", { name: menu.admin })).toHaveAttribute("href", "/admin");
});

test("a forgotten password is an admin's matter where no mail is sent, and a bad link says so", async ({
  page,
}) => {
  const account = new AccountPage(page);
  await page.goto("/sign-in");
  await page.getByRole("link", { name: signIn.forgot }).click();
  await expect(page.getByText(forgot.byAdmin)).toBeVisible();
  await page.goto("/reset-password");
  await expect(page.getByText(reset.broken)).toBeVisible();
  await page.goto("/reset-password#a-link-that-was-never-made");
  await page.reload();
  await account.field(fields.newPassword).fill(password);
  await account.button(reset.submit).click();
  await expect(page.getByText(errors.byCode.INVALID_TOKEN)).toBeVisible();
});

test("too many guesses have to wait, and see how long", async ({ page }) => {
  const account = new AccountPage(page);
  await page.goto("/sign-in");
  await account.field(fields.email).fill(newEmail());
  for (let guess = 0; guess < 11; guess++) {
    await account.field(fields.password).fill(`guess number ${guess}`);
    const answered = page.waitForResponse("**/api/auth/sign-in/email");
    await account.button(signIn.submit).click();
    await answered;
  }
  const wait = page
    .getByRole("alert")
    .filter({ hasText: /That was too often\. Please try again in \d+ s\./ });
  await expect(wait).toBeVisible();
  await expect(wait).not.toHaveText((await wait.textContent()) ?? "");
});

test("who comes back from another provider with nothing that can be used reads why", async ({ page }) => {
  for (const path of ["callback/github?state=made-up&code=x", "callback/google", "callback/nobody?error=x"]) {
    await page.goto(`/api/auth/${path}`);
    await expect(page).toHaveURL(/\/sign-in\?error=/);
    await expect(page.getByText(errors.byCode.state_mismatch)).toBeVisible();
  }
  await page.goto("/api/auth/error?error=whatever");
  await expect(page.getByText(errors.other)).toBeVisible();
});
