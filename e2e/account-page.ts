import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import { strings } from "@/lib/config/strings";

const { fields, menu, signIn, signUp } = strings.account;

export const password = "correct horse battery";

export function newEmail(): string {
  return `${randomUUID()}@example.com`;
}

/** What a person does with their account. */
export class AccountPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  field(name: string): Locator {
    return this.page.getByRole("textbox", { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Opens the menu in the header and chooses from it. */
  async choose(item: string): Promise<void> {
    await this.openMenu();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  /** The page may still be waiting for its script when it is first clicked. */
  async openMenu(): Promise<void> {
    await expect(async () => {
      await this.button(menu.open).click({ timeout: 5_000 });
      await expect(this.page.getByRole("menu")).toBeVisible({ timeout: 1_000 });
    }).toPass();
  }

  /** Leads to the start page, as nobody. */
  async signOut(): Promise<void> {
    // The page before and the one after can have the same address: a mark on the first tells them apart.
    await this.page.evaluate(() => Reflect.set(window, "isLeaving", true));
    await this.choose(menu.signOut);
    await this.page.waitForFunction(() => !Reflect.has(window, "isLeaving"));
    await this.page.waitForLoadState();
  }

  /** Fills the form of the page that is open. @returns the e-mail */
  async fillSignUp(email = newEmail()): Promise<string> {
    await this.field(fields.name).fill("Ada Lovelace");
    await this.field(fields.email).fill(email);
    await this.field(fields.password).fill(password);
    await this.button(signUp.submit).click();
    await expect(this.page).toHaveURL("/");
    return email;
  }

  async signUp(): Promise<string> {
    await this.page.goto("/sign-up");
    return this.fillSignUp();
  }

  async signIn(email: string, secret = password): Promise<void> {
    await this.page.goto("/sign-in");
    await this.fillSignIn(email, secret);
  }

  async fillSignIn(email: string, secret = password): Promise<void> {
    await this.field(fields.email).fill(email);
    await this.field(fields.password).fill(secret);
    await this.button(signIn.submit).click();
  }

  async expectSignedInAs(text: string): Promise<void> {
    await expect(this.page).toHaveURL("/");
    await this.openMenu();
    await expect(this.page.getByRole("menu")).toContainText(text);
    await this.page.keyboard.press("Escape");
  }
}
