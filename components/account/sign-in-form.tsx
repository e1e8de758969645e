"use client";

import { type ReactNode, useState } from "react";
import { strings } from "@/lib/config/strings";
import { AccountForm } from "./account-form";
import { callAccount } from "./call-account";
import { EmailField } from "./email-field";
import { leaveTo } from "./leave-to";
import { PasswordField } from "./password-field";
import { TextLink } from "./text-link";
import { TwoFactorStep } from "./two-factor-step";
import { textOf, useSubmit } from "./use-submit";

type SignInFormProps = {
  next: string;
  /** The first step was done at another provider. */
  startsWithCode: boolean;
  /** What stands around the first step, and has no place beside the second. */
  above: ReactNode;
  below: ReactNode;
};

/** E-mail and password, and the second step where an account has one. */
export function SignInForm({ next, startsWithCode, above, below }: SignInFormProps) {
  const [isSecondStep, setSecondStep] = useState(startsWithCode);
  const { fields, signIn } = strings.account;
  const form = useSubmit(async (typed) => {
    const answer = await callAccount("/api/auth/sign-in/email", {
      email: textOf(typed, "email"),
      password: textOf(typed, "password"),
    });
    if (!answer.ok) return answer.problem;
    if (answer.body["twoFactorRedirect"] !== true) return leaveTo(next);
    setSecondStep(true);
    return undefined;
  });
  if (isSecondStep) return <TwoFactorStep next={next} onBack={() => setSecondStep(false)} />;
  return (
    <>
      {above}
      <AccountForm label={signIn.title} submit={signIn.submit} {...form}>
        <EmailField />
        <PasswordField name="password" label={fields.password} />
        <TextLink href="/forgot-password" className="self-start text-muted-foreground text-sm">
          {signIn.forgot}
        </TextLink>
      </AccountForm>
      {below}
    </>
  );
}
