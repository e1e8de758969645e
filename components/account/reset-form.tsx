"use client";

import { useSyncExternalStore } from "react";
import { strings } from "@/lib/config/strings";
import { AccountForm } from "./account-form";
import { callAccount } from "./call-account";
import { leaveTo } from "./leave-to";
import { PasswordField } from "./password-field";
import { Problem } from "./problem";
import { TextLink } from "./text-link";
import { textOf, useSubmit } from "./use-submit";

const TOKEN = /^#([\w-]{8,128})$/;

/** Sets a new password with the token behind the `#` of the address, which no server sees. */
export function ResetForm({ passwordMinLength }: { passwordMinLength: number }) {
  const hash = useSyncExternalStore(
    onHashChange,
    () => window.location.hash,
    () => undefined,
  );
  const { fields, reset } = strings.account;
  const token = hash === undefined ? undefined : TOKEN.exec(hash)?.[1];
  const form = useSubmit(async (typed) => {
    const answer = await callAccount("/api/auth/reset-password", {
      token,
      newPassword: textOf(typed, "password"),
    });
    return answer.ok ? leaveTo("/sign-in?done=reset") : answer.problem;
  });
  const anotherLink = (
    <TextLink href="/forgot-password" className="self-start text-sm">
      {reset.again}
    </TextLink>
  );
  if (hash !== undefined && token === undefined) {
    return (
      <>
        <Problem text={reset.broken} />
        {anotherLink}
      </>
    );
  }
  return (
    <>
      <AccountForm label={reset.title} submit={reset.submit} {...form}>
        <PasswordField name="password" label={fields.newPassword} minLength={passwordMinLength} />
      </AccountForm>
      {form.problem !== undefined && anotherLink}
    </>
  );
}

function onHashChange(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}
