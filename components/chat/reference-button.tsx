"use client";

import { Check, Copy, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";
import { useCopy } from "@/components/ui/use-copy";
import { strings } from "@/lib/config/strings";

/** The first two groups of the id: the turn's time, to the millisecond. */
const SHOWN_LENGTH = "01234567-89ab".length;

/** The short reference of a turn, which a person can copy and an admin can search for. */
export function ReferenceButton({ turnId }: { turnId: string }) {
  const { outcome, copy } = useCopy();
  const Icon = outcome === undefined ? Copy : outcome === "done" ? Check : X;
  const reference = turnId.slice(0, SHOWN_LENGTH);
  const label = outcome === undefined ? strings.notices.copyReference(reference) : strings.copy[outcome];
  return (
    <Tooltip label={label}>
      <Button
        look="link"
        size="text"
        aria-label={label}
        className="gap-1 font-mono text-muted-foreground text-xs tabular-nums [&_svg]:size-3"
        onClick={() => void copy(reference)}
      >
        {reference}
        <Icon aria-hidden />
      </Button>
    </Tooltip>
  );
}
