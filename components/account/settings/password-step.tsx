"use client";

import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import { AccountForm } from "../account-form";
import type { AccountProblem } from "../call-account";
import { PasswordField } from "../password-field";
import { textOf, useSubmit } from "../use-submit";

type PasswordStepProps = {
  /** Gives the sentence of what went wrong. */
  onPassword: (password: string) => Promise<AccountProblem | undefined>;
  onCancel: () => void;
};

export function PasswordStep({ onPassword, onCancel }: PasswordStepProps) {
  const { fields, settings } = strings.account;
  const words = settings.twoFactor;
  const form = useSubmit((typed) => onPassword(textOf(typed, "password")));
  return (
    <>
      <p className="text-muted-foreground">{words.confirm}</p>
      <AccountForm label={words.title} submit={words.next} look="outline" {...form}>
        <PasswordField name="password" label={fields.password} />
      </AccountForm>
      <Button look="link" size="text" className="self-start" onClick={onCancel}>
        {words.cancel}
      </Button>
    </>
  );
}
