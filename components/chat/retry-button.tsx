"use client";

import { Button } from "@/components/ui/button";
import { formatWait } from "@/components/ui/format-wait";
import { useCountdown } from "@/components/ui/use-countdown";
import { strings } from "@/lib/config/strings";

type RetryButtonProps = {
  label?: string;
  /** Before this (milliseconds since the epoch) the server would refuse again. */
  untilMs: number | undefined;
  onRetry: () => void;
};

/** Counts down to the moment from which trying again makes sense, then lets it be tried. */
export function RetryButton({ label = strings.errors.again, untilMs, onRetry }: RetryButtonProps) {
  const leftSeconds = useCountdown(untilMs);
  const isEarly = leftSeconds > 0;
  return (
    <Button
      look="link"
      size="text"
      className="tabular-nums"
      // Not disabled, so that the focus stays where it is when the time has come.
      aria-disabled={isEarly}
      onClick={isEarly ? undefined : onRetry}
    >
      {isEarly ? strings.errors.againIn(formatWait(leftSeconds)) : label}
    </Button>
  );
}
