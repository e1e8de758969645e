import type { FormEventHandler, ReactNode } from "react";
import { Button } from "@/components/ui/button";

type AccountFormProps = {
  label: string;
  submit: string;
  problem: string | undefined;
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
    // Sent before its script has loaded, a form must not put a password into the address.
    <form method="post" aria-label={label} onSubmit={onSubmit} className="flex flex-col gap-4">
      {children}
      <Problem text={problem} />
      <Button
        type="submit"
        look={look}
        aria-disabled={isPending}
        className={look === "outline" ? "self-start" : undefined}
      >
        {submit}
      </Button>
    </form>
  );
}

/** Read out when it appears. */
export function Problem({ text }: { text: string | undefined }) {
  return (
    <p role="alert" className="text-destructive text-sm empty:hidden">
      {text}
    </p>
  );
}
