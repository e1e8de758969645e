"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { strings } from "@/lib/config/strings";
import { type AccountProblem, callAccount } from "../call-account";
import { Problem } from "../problem";

export type ListedSession = {
  readonly id: string;
  readonly device: string;
  readonly renewedAt: string;
  readonly isCurrent: boolean;
};

/** Where a person is signed in, each with a way to end it. */
export function SessionList({ sessions }: { sessions: readonly ListedSession[] }) {
  const [problem, setProblem] = useState<AccountProblem>();
  const router = useRouter();
  const words = strings.account.settings.sessions;

  async function end(path: string): Promise<void> {
    const answer = await callAccount(path, {}, "DELETE");
    setProblem(answer.ok ? undefined : answer.problem);
    router.refresh();
  }

  return (
    <>
      <p className="text-muted-foreground">{words.text}</p>
      <ul className="flex flex-col divide-y">
        {sessions.map(({ id, device, renewedAt, isCurrent }) => (
          <li key={id} className="flex items-center justify-between gap-4 py-3 first:pt-0">
            <div className="min-w-0">
              <p className="truncate">{device}</p>
              <p className="text-muted-foreground text-sm">
                {isCurrent ? (
                  words.current
                ) : (
                  <>
                    {words.lastUsed} <RelativeTime iso={renewedAt} />
                  </>
                )}
              </p>
            </div>
            {!isCurrent && (
              <Button
                size="small"
                aria-label={words.revokeLabel(device)}
                onClick={() => void end(`/api/account/sessions/${encodeURIComponent(id)}`)}
              >
                {words.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Problem text={problem} />
      {sessions.length > 2 && (
        <Button className="self-start" onClick={() => void end("/api/account/sessions")}>
          {words.revokeOthers}
        </Button>
      )}
    </>
  );
}
