"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import { AccountForm } from "./account-form";
import { callAccount } from "./call-account";
import { EmailField } from "./email-field";
import { textOf, useSubmit } from "./use-submit";

/** Asks for a link with which a new password is chosen, good for so many minutes. */
export function ForgotForm({ minutes }: { minutes: number }) {
  const [sentTo, setSentTo] = useState<string>();
  const { forgot } = strings.account;
  const form = useSubmit(async (typed) => {
    const email = textOf(typed, "email");
    const answer = await callAccount("/api/auth/request-password-reset", { email });
    if (!answer.ok) return answer.problem;
    setSentTo(email);
    return undefined;
  });
  if (sentTo !== undefined)
    return (
      <>
        <p role="status" className="break-words">
          {forgot.sent(sentTo, minutes)}
        </p>
        <p className="text-muted-foreground text-sm">
          {forgot.nothingCame}{" "}
          <Button look="link" size="text" className="text-foreground" onClick={() => setSentTo(undefined)}>
            {forgot.again}
          </Button>
          .
        </p>
      </>
    );
  return (
    <>
      <p className="-mt-6 text-muted-foreground">{forgot.byMail}</p>
      <AccountForm label={forgot.title} submit={forgot.submit} {...form}>
        <EmailField />
      </AccountForm>
    </>
  );
}
