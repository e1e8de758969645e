import { expect, type Locator, type Page } from "@playwright/test";
import { strings } from "@/lib/config/strings";

/** What a person does and sees on a chat page. */
export class ChatPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get field(): Locator {
    return this.page.getByRole("textbox", { name: strings.composer.label, exact: true });
  }

  get conversation(): Locator {
    return this.page.getByRole("region", { name: strings.transcript.label });
  }

  /** The answers, oldest first. */
  get answers(): Locator {
    const heading = this.page.getByRole("heading", { name: strings.transcript.answer, exact: true });
    return this.conversation.getByRole("article").filter({ has: heading });
  }

  get stopButton(): Locator {
    return this.page.getByRole("button", { name: strings.composer.stop, exact: true });
  }

  get sendButton(): Locator {
    return this.page.getByRole("button", { name: strings.composer.send, exact: true });
  }

  async open(): Promise<void> {
    await this.page.goto("/");
    await expect(this.field).toBeFocused();
  }

  async ask(question: string): Promise<void> {
    await this.field.fill(question);
    await this.field.press("Enter");
  }

  async expectAnswering(): Promise<void> {
    await expect(this.stopButton).toBeVisible();
  }

  async expectAnswered(): Promise<void> {
    await expect(this.sendButton).toBeVisible({ timeout: 20_000 });
  }
}
