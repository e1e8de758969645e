import "server-only";
import { product } from "./product";

/** Plain text only: it can be read everywhere, and nothing in it can be a picture that tells who opened it. */
export type MailText = { readonly subject: string; readonly text: string };

/** The mails that Parapet sends. */
export const mails = {
  passwordReset: (link: string, minutes: number): MailText => ({
    subject: `Your new ${product.name} password`,
    text: [
      `Somebody, most likely you, asked for a new password at ${product.name}.`,
      `Choose it here within ${minutes} minutes; the link works once:`,
      link,
      "If it was not you, do nothing: your password stays as it is.",
    ].join("\n\n"),
  }),
} as const;
