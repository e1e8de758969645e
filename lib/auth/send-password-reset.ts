import "server-only";
import { accounts } from "@/lib/config/accounts";
import { getEnv } from "@/lib/config/env";
import { getLogger } from "@/lib/config/logger";
import { mails } from "@/lib/config/mails";
import { getMailer } from "./mailer";
import { passwordResetPath } from "./password-reset-path";

/**
 * Mails a link that sets a new password. Does not wait for the mail server: how long the request takes must not tell
 * whether there is such an account.
 */
export async function sendPasswordReset(request: { user: { email: string }; token: string }): Promise<void> {
  const { APP_URL } = getEnv();
  // Not the host that was asked for: whoever asks chooses it, and the mail goes to somebody else.
  const link = new URL(passwordResetPath(request.token), APP_URL).href;
  const mail = mails.passwordReset(link, accounts.resetLinkMinutes.mailed);
  void getMailer()(request.user.email, mail).catch((error: unknown) =>
    getLogger().error({ error }, "the mail with a new password's link could not be sent"),
  );
}
