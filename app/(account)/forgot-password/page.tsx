import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { ForgotForm } from "@/components/account/forgot-form";
import { TextLink } from "@/components/account/text-link";
import { getSignInWays } from "@/lib/auth/sign-in-ways";
import { accounts } from "@/lib/config/accounts";
import { strings } from "@/lib/config/strings";

const words = strings.account.forgot;

export const metadata: Metadata = { title: words.title };

export default function ForgotPasswordPage() {
  const { resetsByMail } = getSignInWays();
  return (
    <AccountPage title={words.title} {...(resetsByMail ? {} : { text: words.byAdmin })}>
      {resetsByMail && <ForgotForm minutes={accounts.resetLinkMinutes.mailed} />}
      <TextLink href="/sign-in" className="self-start text-sm">
        {words.back}
      </TextLink>
    </AccountPage>
  );
}
