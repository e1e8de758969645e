"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import { AccountForm } from "../account-form";
import { callAccount } from "../call-account";
import { PasswordField } from "../password-field";
import { textOf, useSubmit } from "../use-submit";

export function PasswordForm({ minLength }: { minLength: number }) {
  const [state, setState] = useState<"closed" | "open" | "changed">("closed");
  const router = useRouter();
  const { fields, settings } = strings.account;
  const form = useSubmit(async (typed) => {
    const answer = await callAccount("/api/auth/change-password", {
      currentPassword: textOf(typed, "current"),
      newPassword: textOf(typed, "new"),
    });
    if (!answer.ok) return answer.problem;
    setState("changed");
    router.refresh();
    return undefined;
  });
  if (state !== "open")
    return (
      <>
        <p role="status" className="text-muted-foreground">
          {state === "changed" ? settings.password.changed : settings.password.text}
        </p>
        <Button className="self-start" onClick={() => setState("open")}>
          {settings.password.change}
        </Button>
      </>
    );
  return (
    <AccountForm label={settings.password.title} submit={settings.password.change} look="outline" {...form}>
      <PasswordField name="current" label={fields.currentPassword} />
      <PasswordField name="new" label={fields.newPassword} minLength={minLength} />
    </AccountForm>
  );
}
