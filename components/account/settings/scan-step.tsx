"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { strings } from "@/lib/config/strings";
import { AccountForm } from "../account-form";
import { callAccount } from "../call-account";
import { CodeField } from "../code-field";
import { textOf, useSubmit } from "../use-submit";
import { QrCode } from "./qr-code";

type ScanStepProps = {
  /** `otpauth://…`, as authenticator apps read it. */
  uri: string;
  onDone: () => void;
  onCancel: () => void;
};

export function ScanStep({ uri, onDone, onCancel }: ScanStepProps) {
  const words = strings.account.settings.twoFactor;
  const key = URL.canParse(uri) ? (new URL(uri).searchParams.get("secret") ?? "") : "";
  const form = useSubmit(async (typed) => {
    const code = textOf(typed, "code").replaceAll(/\s/g, "");
    const answer = await callAccount("/api/auth/two-factor/verify-totp", { code });
    if (!answer.ok) return answer.problem;
    onDone();
    return undefined;
  });
  return (
    <>
      <p>{words.scan}</p>
      <QrCode text={uri} label={words.qrLabel} />
      <p className="flex items-center gap-2 text-sm">
        <span className="text-muted-foreground">{words.key}</span>
        <code className="select-all break-all font-mono">{key}</code>
        <CopyButton label={words.copyKey} outcomes={strings.copy} read={() => key} />
      </p>
      <p>{words.enterCode}</p>
      <AccountForm label={words.title} submit={words.finish} look="outline" {...form}>
        <CodeField />
      </AccountForm>
      <Button look="link" size="text" className="self-start" onClick={onCancel}>
        {words.cancel}
      </Button>
    </>
  );
}
