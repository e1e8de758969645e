"use client";

import { useState } from "react";
import { formatWait } from "@/components/ui/format-wait";
import { useCountdown } from "@/components/ui/use-countdown";
import { strings } from "@/lib/config/strings";
import type { AccountProblem } from "./call-account";

/** Read out when it appears; a wait is counted down. */
export function Problem({ text }: { text: AccountProblem | undefined }) {
  return (
    <p role="alert" className="text-pretty text-destructive text-sm empty:hidden">
      {typeof text === "object" ? <Wait key={text.untilMs} {...text} /> : text}
    </p>
  );
}

function Wait({ sentence, untilMs }: Exclude<AccountProblem, string>) {
  const [startSeconds] = useState(() => Math.ceil((untilMs - Date.now()) / 1000));
  const leftSeconds = useCountdown(untilMs);
  if (leftSeconds === 0) return strings.account.errors.waitOver;
  return (
    <>
      {/* What is read out stays as it is, or every second would be. */}
      <span className="sr-only">{sentence(formatWait(startSeconds))}</span>
      <span aria-hidden className="tabular-nums">
        {sentence(formatWait(leftSeconds))}
      </span>
    </>
  );
}
