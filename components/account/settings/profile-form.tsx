"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { strings } from "@/lib/config/strings";
import { AccountForm } from "../account-form";
import { callAccount } from "../call-account";
import { Field } from "../field";
import { textOf, useSubmit } from "../use-submit";

export function ProfileForm({ name, email }: { name: string; email: string }) {
  const [isSaved, setSaved] = useState(false);
  const router = useRouter();
  const { fields, settings } = strings.account;
  const form = useSubmit(async (typed) => {
    setSaved(false);
    const answer = await callAccount("/api/auth/update-user", { name: textOf(typed, "name") });
    if (!answer.ok) return answer.problem;
    setSaved(true);
    router.refresh();
    return undefined;
  });
  return (
    <AccountForm label={settings.profile.title} submit={settings.profile.save} look="outline" {...form}>
      <Field
        name="name"
        label={fields.name}
        defaultValue={name}
        required
        autoComplete="name"
        maxLength={80}
      />
      <Field name="email" label={fields.email} value={email} readOnly />
      <p role="status" className="text-muted-foreground text-sm empty:hidden">
        {isSaved && settings.profile.saved}
      </p>
    </AccountForm>
  );
}
