import { readFile } from "node:fs/promises";
import { strings } from "@/lib/config/strings";
import { totpOf } from "@/test/totp";
import { AccountPage, newEmail, password } from "./account-page";
import { expect, test } from "./chat-test";

const { errors, fields, menu, settings, twoFactor } = strings.account;

test("two-factor sign-in is turned on, asked for, and gone around with a backup code", async ({ page }) => {
  const account = new AccountPage(page);
  const email = await account.signUp();
  await account.choose(menu.settings);
  await account.button(settings.twoFactor.turnOn).click();
  await account.field(fields.password).fill(password);
  await account.button(settings.twoFactor.next).click();
  await expect(page.getByRole("img", { name: settings.twoFactor.qrLabel })).toBeVisible();
  const key = (await page.getByRole("code").textContent()) ?? "";
  await account.field(twoFactor.code).fill("000000");
  await account.button(settings.twoFactor.finish).click();
  await expect(page.getByText(errors.byCode.INVALID_CODE)).toBeVisible();
  await account.field(twoFactor.code).fill(totpOf(key));
  await account.button(settings.twoFactor.finish).click();
  await expect(page.getByText(settings.twoFactor.backupText)).toBeVisible();
  const section = page.getByRole("region", { name: settings.twoFactor.title });
  const backupCode = (await section.getByRole("listitem").first().textContent()) ?? "";
  await account.button(settings.twoFactor.kept).click();
  await expect(page.getByText(settings.twoFactor.on)).toBeVisible();

  await page.goto("/");
  await account.signOut();
  await account.signIn(email);
  await expect(account.field(twoFactor.code)).toBeFocused();
  await account.field(twoFactor.code).fill(totpOf(key));
  await account.button(twoFactor.submit).click();
  await account.expectSignedInAs(email);

  await account.signOut();
  await account.signIn(email);
  await account.button(twoFactor.useBackup).click();
  await account.field(twoFactor.backupCode).fill(backupCode);
  await account.button(twoFactor.submit).click();
  await account.expectSignedInAs(email);
});

test("another device is signed out from here, and by a new password", async ({
  browser,
  page,
  extraHTTPHeaders,
}) => {
  const here = new AccountPage(page);
  const email = await here.signUp();
  const context = await browser.newContext({ ...(extraHTTPHeaders && { extraHTTPHeaders }) });
  const there = new AccountPage(await context.newPage());
  await there.signIn(email);
  await there.expectSignedInAs(email);

  await here.choose(menu.settings);
  const sessions = page.getByRole("region", { name: settings.sessions.title });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await sessions.getByRole("button", { name: /^Sign out / }).click();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await there.page.goto("/settings");
  await expect(there.page).toHaveURL("/sign-in?next=/settings");

  await there.fillSignIn(email);
  await expect(there.page).toHaveURL("/settings");
  await here.button(settings.password.change).click();
  await here.field(fields.currentPassword).fill(password);
  await here.field(fields.newPassword).fill("another horse battery");
  await here.button(settings.password.change).click();
  await expect(page.getByText(settings.password.changed)).toBeVisible();
  await there.page.reload();
  await expect(there.page).toHaveURL("/sign-in?next=/settings");
  await context.close();
});

test("the profile's name and the theme are changed", async ({ page }) => {
  const account = new AccountPage(page);
  await account.signUp();
  await account.choose(menu.settings);
  await account.field(fields.name).fill("Grace Hopper");
  await account.button(settings.profile.save).click();
  await expect(page.getByText(settings.profile.saved)).toBeVisible();
  await page.getByRole("radio", { name: strings.page.themes.dark }).check();
  await page.reload();
  await expect(account.field(fields.name)).toHaveValue("Grace Hopper");
  await expect(page.getByRole("radio", { name: strings.page.themes.dark })).toBeChecked();
});

test("one's data is downloaded, then the account deleted with the word typed", async ({
  chat,
  page,
  provider,
}) => {
  await provider({ answer: "Remembered.", tokensPerSecond: 0 });
  const account = new AccountPage(page);
  const email = await account.signUp();
  await chat.ask("Remember the zebrafish");
  await chat.expectAnswered();
  await page.goto("/settings");
  const usage = page.getByRole("region", { name: settings.usage.title });
  await expect(usage).toContainText(/Questions\s*1 of [\d,]+/);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: settings.data.download }).click();
  const data = JSON.parse(await readFile(await (await downloading).path(), "utf8"));
  expect(data.account.email).toBe(email);
  expect(JSON.stringify(data.chats)).toContain("Remember the zebrafish");
  expect(JSON.stringify(data.chats)).toContain("Remembered.");

  const { deletion } = settings;
  await account.button(deletion.open).click();
  const word = account.field(deletion.label(deletion.word));
  await word.fill("something else");
  await account.button(deletion.confirm).click();
  await expect(page.getByText("Type the word as it is shown")).toBeVisible();
  await word.fill(deletion.word);
  await account.button(deletion.confirm).click();
  await expect(page.getByText(strings.account.signIn.afterDeletion)).toBeVisible();
  await account.fillSignIn(email);
  await expect(page.getByText(errors.byCode.INVALID_EMAIL_OR_PASSWORD)).toBeVisible();
});

test("a guest has settings, too, and deletes their chats", async ({ chat, page, provider }) => {
  await provider({ answer: "Yes.", tokensPerSecond: 0 });
  const account = new AccountPage(page);
  await chat.open();
  await chat.ask("Is this kept?");
  await chat.expectAnswered();
  await page.goto("/settings");
  await expect(page.getByText(settings.guest.text)).toBeVisible();
  await account.button(settings.deletion.guestOpen).click();
  await account.field(settings.deletion.label(settings.deletion.word)).fill("Delete");
  await account.button(settings.deletion.confirm).click();
  await expect(page).toHaveURL("/");
  await page.goto("/chats");
  await expect(page.getByText("Is this kept?")).toHaveCount(0);
});

test("an e-mail that has an account is refused, and what was typed stays", async ({ page }) => {
  const account = new AccountPage(page);
  const email = newEmail();
  await page.goto("/sign-up");
  await account.fillSignUp(email);
  await account.signOut();
  await page.goto("/sign-up");
  await account.field(fields.name).fill("Somebody");
  await account.field(fields.email).fill(email);
  await account.field(fields.password).fill(password);
  await account.button(strings.account.signUp.submit).click();
  await expect(page.getByText(errors.byCode.USER_ALREADY_EXISTS)).toBeVisible();
  await expect(account.field(fields.name)).toHaveValue("Somebody");
});
