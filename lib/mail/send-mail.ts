import "server-only";
import { createTransport } from "nodemailer";
import { getEnv } from "@/lib/config/env";
import type { MailText } from "@/lib/config/mails";

const TIMEOUT_MS = 15_000;

/** Sends a mail over SMTP_URL. @throws when SMTP_URL is unset, or the server does not take the mail in time */
export async function sendMail(to: string, mail: MailText): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = getEnv();
  if (SMTP_URL === undefined) throw new Error("SMTP_URL is unset.");
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // Nothing that a mail says is read from a file or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from: MAIL_FROM, to: { name: "", address: to }, ...mail });
  } finally {
    transport.close();
  }
}
