import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { ResetForm } from "@/components/account/reset-form";
import { getSignInWays } from "@/lib/auth/sign-in-ways";
import { strings } from "@/lib/config/strings";

const words = strings.account.reset;

export const metadata: Metadata = { title: words.title };

export default function ResetPasswordPage() {
  return (
    <AccountPage title={words.title} text={words.text}>
      <ResetForm passwordMinLength={getSignInWays().passwordMinLength} />
    </AccountPage>
  );
}
