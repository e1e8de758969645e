"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { strings } from "@/lib/config/strings";

/** A short text in monospace, with a button that copies it. */
export function CopyText({ label, text }: { label: string; text: string }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      <code className="min-w-0 break-all font-mono text-sm max-sm:text-xs">{text}</code>
      <CopyButton label={label} outcomes={strings.copy} read={() => text} />
    </span>
  );
}
