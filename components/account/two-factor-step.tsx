"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import { AccountForm } from "./account-form";
import { callAccount } from "./call-account";
import { CodeField } from "./code-field";
import { Field } from "./field";
import { leaveTo } from "./leave-to";
import { textOf, useSubmit } from "./use-submit";

const words = strings.account.twoFactor;

/** The code after the password, from the authenticator app or from what was kept for its loss. */
export function TwoFactorStep({ next, onBack }: { next: string; onBack: () => void }) {
  const [usesBackup, setUsesBackup] = useState(false);
  return (
    <>
      <CodeForm key={String(usesBackup)} next={next} usesBackup={usesBackup} />
      <div className="flex flex-col items-start gap-2">
        <Button look="link" size="text" onClick={() => setUsesBackup(!usesBackup)}>
          {usesBackup ? words.useApp : words.useBackup}
        </Button>
        <Button look="link" size="text" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </>
  );
}

function CodeForm({ next, usesBackup }: { next: string; usesBackup: boolean }) {
  const route = usesBackup ? "verify-backup-code" : "verify-totp";
  const form = useSubmit(async (typed) => {
    const code = textOf(typed, "code").replaceAll(/\s/g, "");
    const answer = await callAccount(`/api/auth/two-factor/${route}`, { code });
    return answer.ok ? leaveTo(next) : answer.problem;
  });
  return (
    <AccountForm label={words.title} submit={words.submit} {...form}>
      <div>
        <h2 className="font-medium">{words.title}</h2>
        <p className="mt-1 text-muted-foreground">{usesBackup ? words.backupText : words.text}</p>
      </div>
      {usesBackup ? (
        <Field name="code" label={words.backupCode} required autoComplete="off" autoFocus />
      ) : (
        <CodeField />
      )}
    </AccountForm>
  );
}
