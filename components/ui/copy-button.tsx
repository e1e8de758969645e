"use client";

import { Check, Copy, X } from "lucide-react";
import { IconButton } from "./icon-button";
import { useCopy } from "./use-copy";

type CopyButtonProps = {
  label: string;
  outcomes: { readonly done: string; readonly failed: string };
  /** Asked for when the button is pressed. */
  read: () => string;
};

export function CopyButton({ label, outcomes, read }: CopyButtonProps) {
  const { outcome, copy } = useCopy();
  const Icon = outcome === undefined ? Copy : outcome === "done" ? Check : X;
  return (
    <IconButton
      label={outcome === undefined ? label : outcomes[outcome]}
      size="iconSmall"
      onClick={() => void copy(read())}
    >
      <Icon aria-hidden />
    </IconButton>
  );
}
