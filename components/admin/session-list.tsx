"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ActionResult } from "@/lib/protocol/review/action-result";
import type { SessionLine } from "@/lib/protocol/review/people";
import { ActionOutcome } from "./action-outcome";
import { useAction } from "./use-action";

type SessionListProps = {
  userId: string;
  sessions: readonly SessionLine[];
  signOut: (input: { userId: string }) => Promise<ActionResult>;
};

/** Where a person is signed in. Signing out can't be taken back, so it asks once. */
export function SessionList({ userId, sessions, signOut }: SessionListProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { result, isRunning, run } = useAction();
  return (
    <div className="space-y-3">
      {sessions.length === 0 ? (
        <p className="text-muted-foreground text-sm">Signed in nowhere.</p>
      ) : (
        <ul className="divide-y rounded-xl border bg-card text-sm">
          {sessions.map(({ id, ipAddress, userAgent, updatedAt }) => (
            <li key={id} className="px-3.5 py-2">
              <p className="truncate">{userAgent ?? "An unknown browser"}</p>
              <p className="text-muted-foreground text-xs">
                {ipAddress || "An unknown address"}, <RelativeTime iso={updatedAt.toISOString()} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {sessions.length > 0 && !isAsking && (
          <Button size="small" onClick={() => setIsAsking(true)}>
            Sign out everywhere
          </Button>
        )}
        {isAsking && (
          <>
            <span className="text-sm">End all sessions?</span>
            <Button
              size="small"
              look="solid"
              disabled={isRunning}
              onClick={() => {
                setIsAsking(false);
                run(() => signOut({ userId }));
              }}
            >
              Yes, sign out
            </Button>
            <Button size="small" look="ghost" onClick={() => setIsAsking(false)}>
              Cancel
            </Button>
          </>
        )}
        <ActionOutcome result={result} done="Signed out everywhere." />
      </div>
    </div>
  );
}
