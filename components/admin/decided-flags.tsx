"use client";

import Link from "next/link";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { strings } from "@/lib/config/strings";
import type { FlagLine } from "@/lib/protocol/review/flag-list";
import { Badge } from "./badge";
import type { DecideAction } from "./use-flag-queue";

const { flagged, labels, noText } = strings.admin;

/** Flags that were decided, the newest decision first; each can go back into the queue. */
export function DecidedFlags({ flags, decide }: { flags: readonly FlagLine[]; decide: DecideAction }) {
  const [problem, setProblem] = useState<string>();
  const [isSaving, startSaving] = useTransition();
  function reopen(flagId: string) {
    startSaving(async () => {
      const result = await decide({ flagId, decision: null, note: "" });
      setProblem(result.ok ? undefined : result.message);
    });
  }
  return (
    <>
      {problem !== undefined && (
        <p role="alert" className="text-destructive text-sm">
          {problem}
        </p>
      )}
      <ul className="divide-y rounded-xl border bg-card text-sm" aria-label={flagged.decided}>
        {flags.map((flag) => (
          <li key={flag.id} className="flex flex-wrap items-start gap-x-4 gap-y-1 px-3.5 py-2.5">
            <div className="min-w-0 grow basis-64">
              <p className="flex flex-wrap items-center gap-2">
                {flag.decision !== null && (
                  <Badge look={flag.decision === "RIGHT" ? "good" : "bad"}>
                    {labels.decisions[flag.decision]}
                  </Badge>
                )}
                <span className="text-muted-foreground">
                  {labels.flagKinds[flag.kind]}: {flag.reason}
                </span>
              </p>
              <Link
                href={`/admin/turns/${flag.turnId}`}
                prefetch={false}
                className="mt-1 block truncate underline decoration-border underline-offset-4 hover:decoration-current"
              >
                {flag.question === "" ? noText : flag.question}
              </Link>
              {flag.note !== null && <p className="mt-1 break-words">{flag.note}</p>}
            </div>
            <p className="text-muted-foreground text-xs">
              {flag.decidedBy}
              {flag.decidedAt !== null && (
                <>
                  , <RelativeTime iso={flag.decidedAt.toISOString()} />
                </>
              )}
            </p>
            <Button size="text" look="link" disabled={isSaving} onClick={() => reopen(flag.id)}>
              {flagged.again}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
