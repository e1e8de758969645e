import { RelativeTime } from "@/components/ui/relative-time";
import { strings } from "@/lib/config/strings";
import type { FeedbackRecord, FlagRecord } from "@/lib/protocol/review/turn-record";
import { Badge } from "./badge";

const { labels, turns } = strings.admin;

/** Why a turn went before a reviewer, what was decided, and what the person said of the answer. */
export function FlagList({
  flags,
  feedback,
}: {
  flags: readonly FlagRecord[];
  feedback: readonly FeedbackRecord[];
}) {
  return (
    <ul className="divide-y rounded-xl border bg-card text-sm">
      {flags.map((flag) => (
        <li key={flag.id} className="px-3.5 py-2.5">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{labels.flagKinds[flag.kind]}</span>
            <span>{flag.reason}</span>
            {flag.decision === null ? (
              <Badge>{turns.flags.waits}</Badge>
            ) : (
              <Badge look={flag.decision === "RIGHT" ? "good" : "bad"}>
                {labels.decisions[flag.decision]}
              </Badge>
            )}
          </p>
          {flag.decidedAt !== null && (
            <p className="text-muted-foreground">
              {flag.decidedBy}, <RelativeTime iso={flag.decidedAt.toISOString()} />
              {flag.note !== null && turns.flags.note(flag.note)}
            </p>
          )}
        </li>
      ))}
      {feedback.map(({ rating, reason, createdAt }) => (
        <li key={createdAt.toISOString()} className="px-3.5 py-2.5">
          <span className="font-medium">{labels.ratings[rating]}</span>
          {reason !== null && ` ${reason}`}
        </li>
      ))}
    </ul>
  );
}
