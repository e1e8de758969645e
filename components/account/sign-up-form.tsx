"use client";

import { strings } from "@/lib/config/strings";
import { AccountForm } from "./account-form";
import { callAccount } from "./call-account";
import { EmailField } from "./email-field";
import { Field } from "./field";
import { leaveTo } from "./leave-to";
import { PasswordField } from "./password-field";
import { textOf, useSubmit } from "./use-submit";

export function SignUpForm({ next, passwordMinLength }: { next: string; passwordMinLength: number }) {
  const { fields, signUp } = strings.account;
  const form = useSubmit(async (typed) => {
    const answer = await callAccount("/api/auth/sign-up/email", {
      name: textOf(typed, "name"),
      email: textOf(typed, "email"),
      password: textOf(typed, "password"),
    });
    return answer.ok ? leaveTo(next) : answer.problem;
  });
  return (
    <AccountForm label={signUp.title} submit={signUp.submit} {...form}>
      <Field name="name" label={fields.name} required autoComplete="name" maxLength={80} />
      <EmailField />
      <PasswordField name="password" label={fields.password} minLength={passwordMinLength} />
    </AccountForm>
  );
}
