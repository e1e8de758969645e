import "server-only";
import type { MailText } from "@/lib/config/mails";

/** Sends a mail. @throws when the mail server did not take it */
export type Mailer = (to: string, mail: MailText) => Promise<void>;

declare global {
  // Set when the server starts, which is another module graph than that of the routes.
  var parapetMailer: Mailer | undefined;
}

/** Hands over what sends mail: features do not import each other. */
export function setMailer(mailer: Mailer): void {
  globalThis.parapetMailer = mailer;
}

/** @throws Error when the server did not hand one over */
export function getMailer(): Mailer {
  if (globalThis.parapetMailer === undefined) throw new Error("Nothing here sends mail.");
  return globalThis.parapetMailer;
}
