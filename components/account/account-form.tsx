"use client";

import type { FormEventHandler, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { AccountProblem } from "./call-account";
import { Problem } from "./problem";
import { useHydrated } from "./use-hydrated";

type AccountFormProps = {
  label: string;
  submit: string;
  problem: AccountProblem | undefined;
  isPending: boolean;
  /** Outline where the form is one of several on its page. */
  look?: "solid" | "outline";
  onSubmit: FormEventHandler<HTMLFormElement>;
  children: ReactNode;
};

/** Fields, one sentence of what went wrong, one button. */
export function AccountForm({
  label,
  submit,
  problem,
  isPending,
  look = "solid",
  onSubmit,
  children,
}: AccountFormProps) {
  return (
    // Whatever sends it, a form must not put a password into the address.
    <form method="post" aria-label={label} onSubmit={onSubmit} className="flex flex-col gap-4">
      {children}
      <Problem text={problem} />
      <Button
        type="submit"
        look={look}
        // Sent by the browser itself, the form would come back empty.
        disabled={!useHydrated()}
        aria-disabled={isPending}
        className={classNames("disabled:opacity-100", look === "outline" && "self-start")}
      >
        {submit}
      </Button>
    </form>
  );
}
