"use client";

import { type FormEvent, useState } from "react";
import type { AccountProblem } from "./call-account";

/**
 * A form that is sent by script. `submit` gets what was typed and gives the sentence of what went wrong, or nothing. What
 * was typed stays.
 */
export function useSubmit(submit: (form: FormData) => Promise<AccountProblem | undefined>) {
  const [problem, setProblem] = useState<AccountProblem>();
  const [isPending, setPending] = useState(false);

  async function onSubmit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    setProblem(undefined);
    const outcome = await submit(new FormData(event.currentTarget));
    setProblem(outcome);
    setPending(false);
  }

  return { problem, isPending, onSubmit };
}

/** What was typed into a field. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
