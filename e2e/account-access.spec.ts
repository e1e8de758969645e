import { strings } from "@/lib/config/strings";
import { AccountPage, password } from "./account-page";
import { expect, test } from "./chat-test";
import { expectNoFindings } from "./expect-no-findings";

const { fields, menu, settings } = strings.account;

const looks = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 360 },
] as const;

for (const { colorScheme, width } of looks) {
  test(`account pages: no findings, no overflow, no violations (${colorScheme}, ${width} px)`, async ({
    page,
  }) => {
    test.slow();
    const violations: string[] = [];
    await page.exposeFunction("reportViolation", (violation: string) => violations.push(violation));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        const report = Reflect.get(window, "reportViolation");
        if (typeof report === "function") report(`${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    const expectSound = async () => {
      await expectNoFindings(page);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
    };
    for (const path of [
      "/sign-in",
      "/sign-in?error=account_not_linked",
      "/sign-in?step=code",
      "/sign-up",
      "/forgot-password",
      "/reset-password",
      "/reset-password#abcdefgh",
    ]) {
      await page.goto(path);
      await expectSound();
    }
    const account = new AccountPage(page);
    await account.signUp();
    await account.openMenu();
    await expectSound();
    await page.goto("/settings");
    await account.button(settings.deletion.open).click();
    await account.button(settings.password.change).click();
    await account.button(settings.twoFactor.turnOn).click();
    await expectSound();
    const section = page.getByRole("region", { name: settings.twoFactor.title });
    await section.getByRole("textbox").fill(password);
    await account.button(settings.twoFactor.next).click();
    await expect(page.getByRole("img", { name: settings.twoFactor.qrLabel })).toBeVisible();
    await expectSound();
    expect(violations).toEqual([]);
  });
}

test("signing in and out needs no mouse", async ({ page }) => {
  const account = new AccountPage(page);
  const email = await account.signUp();
  await account.signOut();
  await page.goto("/sign-in");
  await account.field(fields.email).focus();
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/");
  await account.button(menu.open).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: menu.settings })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/settings");
  await page.goto("/sign-in");
  await expect(page).toHaveURL("/");
});
