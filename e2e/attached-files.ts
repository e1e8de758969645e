import type { Locator, Page } from "@playwright/test";
import { strings } from "@/lib/config/strings";
import type { ChatPage } from "./chat-page";

const words = strings.attachments;

export type Given = {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the browser takes it for. */
  readonly type?: string;
};

const fileOf = ({ name, content, type = "" }: Given) => ({
  name,
  mimeType: type,
  buffer: Buffer.from(content),
});

/** Chooses files in the browser's dialog. */
export async function choose(page: Page, ...files: readonly Given[]): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: words.add }).click();
  await (await chooser).setFiles(files.map(fileOf));
}

/** The files above the field; those of questions are in the conversation. */
export const attached = (page: Page): Locator => page.getByRole("list", { name: words.label }).last();

/** A file in the conversation. */
export const sentFile = (chat: ChatPage, name: string): Locator =>
  chat.conversation.getByRole("link", { name: `${words.download} ${name}` });
