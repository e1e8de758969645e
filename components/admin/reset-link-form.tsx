"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import type { ActionResult } from "@/lib/protocol/review/action-result";
import { ActionOutcome } from "./action-outcome";
import { CopyText } from "./copy-text";
import { useAction } from "./use-action";

const words = strings.admin.users.one.password;

type ResetLinkFormProps = {
  userId: string;
  makeResetLink: (input: { userId: string }) => Promise<ActionResult & { readonly path?: string }>;
};

/** A link with which a person chooses a new password, where no mail can be sent. */
export function ResetLinkForm({ userId, makeResetLink }: ResetLinkFormProps) {
  const [link, setLink] = useState<string>();
  const { result, isRunning, run } = useAction();
  async function make(): Promise<ActionResult> {
    const made = await makeResetLink({ userId });
    if (made.ok && made.path !== undefined) setLink(window.location.origin + made.path);
    return made;
  }
  return (
    <div className="space-y-2">
      <Button size="small" disabled={isRunning} onClick={() => run(make)}>
        {words.make}
      </Button>
      {link !== undefined && <CopyText label={words.copy} text={link} />}
      <ActionOutcome result={result} done={words.made} />
    </div>
  );
}
