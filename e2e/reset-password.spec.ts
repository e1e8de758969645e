import { strings } from "@/lib/config/strings";
import { AccountPage, password } from "./account-page";
import { expect, test } from "./admin-test";

const { fields, reset, signIn, errors } = strings.account;

test("an admin makes a link, with which a person sets a new password, once", async ({ admin, page }) => {
  const account = new AccountPage(page);
  const email = await account.signUp();
  await account.signOut();

  await admin.goto(`/admin/users?q=${email}`);
  await admin.getByRole("main").getByRole("link", { name: "Ada Lovelace" }).click();
  await admin.getByRole("button", { name: strings.admin.users.one.password.make }).click();
  const link = admin.getByText(/\/reset-password#/);
  await expect(link).toBeVisible();
  const address = (await link.textContent()) ?? "";

  const newPassword = "an entirely other password";
  const choose = async () => {
    await page.goto("/");
    await page.goto(address);
    await account.field(fields.newPassword).fill(newPassword);
    await account.button(reset.submit).click();
  };
  await choose();
  await expect(page.getByText(signIn.afterReset)).toBeVisible();
  await account.fillSignIn(email, password);
  await expect(page.getByText(errors.byCode.INVALID_EMAIL_OR_PASSWORD)).toBeVisible();
  await account.fillSignIn(email, newPassword);
  await account.expectSignedInAs(email);
  await choose();
  await expect(page.getByText(errors.byCode.INVALID_TOKEN)).toBeVisible();
});
