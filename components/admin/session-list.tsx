"use client";

import { useState } from "react";
import { describeDevice } from "@/components/account/settings/describe-device";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { strings } from "@/lib/config/strings";
import type { ActionResult } from "@/lib/protocol/review/action-result";
import type { SessionLine } from "@/lib/protocol/review/people";
import { ActionOutcome } from "./action-outcome";
import { useAction } from "./use-action";

const words = strings.admin.users.one.sessions;

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
        <p className="text-muted-foreground text-sm">{words.none}</p>
      ) : (
        <ul className="divide-y rounded-xl border bg-card text-sm">
          {sessions.map(({ id, ipAddress, userAgent, updatedAt }) => (
            <li key={id} className="px-3.5 py-2">
              <p className="truncate">{describeDevice(userAgent)}</p>
              <p className="text-muted-foreground text-xs">
                {ipAddress || words.unknownAddress}, <RelativeTime iso={updatedAt.toISOString()} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {sessions.length > 0 && !isAsking && (
          <Button size="small" onClick={() => setIsAsking(true)}>
            {words.signOut}
          </Button>
        )}
        {isAsking && (
          <>
            <span className="text-sm">{words.ask}</span>
            <Button
              size="small"
              look="solid"
              disabled={isRunning}
              onClick={() => {
                setIsAsking(false);
                run(() => signOut({ userId }));
              }}
            >
              {words.confirm}
            </Button>
            <Button size="small" look="ghost" onClick={() => setIsAsking(false)}>
              {words.cancel}
            </Button>
          </>
        )}
        <ActionOutcome result={result} done={words.done} />
      </div>
    </div>
  );
}
