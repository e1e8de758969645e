"use client";

import { useState } from "react";
import { strings } from "@/lib/config/strings";
import { AccountForm } from "./account-form";
import { callAccount } from "./call-account";
import { EmailField } from "./email-field";
import { textOf, useSubmit } from "./use-submit";

export function ForgotForm() {
  const [sentTo, setSentTo] = useState<string>();
  const { forgot } = strings.account;
  const form = useSubmit(async (typed) => {
    const email = textOf(typed, "email");
    const answer = await callAccount("/api/auth/request-password-reset", { email });
    if (!answer.ok) return answer.problem;
    setSentTo(email);
    return undefined;
  });
  if (sentTo !== undefined) return <p role="status">{forgot.sent(sentTo)}</p>;
  return (
    <AccountForm label={forgot.title} submit={forgot.submit} {...form}>
      <EmailField />
    </AccountForm>
  );
}
