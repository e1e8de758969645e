import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { TurnRecord } from "@/lib/protocol/review/turn-record";
import { Badge } from "./badge";
import { CopyText } from "./copy-text";
import { Facts } from "./facts";
import { formatTurnCost } from "./format-cost";
import { formatCount } from "./format-count";
import { formatDuration } from "./format-ms";
import { StatusBadge } from "./status-badge";
import { noticeLabel, noticesBeside } from "./turn-labels";

/** What a turn was, at a glance. */
export function TurnFacts({ record }: { record: TurnRecord }) {
  const { id, status, notices, userId, userName, modelAnswered, promptVersionId } = record;
  return (
    <div className="space-y-4">
      <CopyText label="Copy the reference" text={id} />
      <p className="flex flex-wrap gap-1.5">
        <StatusBadge status={status} />
        {noticesBeside(status, notices).map((code) => (
          <Badge key={code}>{noticeLabel(code)}</Badge>
        ))}
      </p>
      <Facts
        facts={[
          [
            "Person",
            <Link
              key="person"
              href={`/admin/users/${encodeURIComponent(userId)}`}
              prefetch={false}
              className="underline decoration-border underline-offset-4 hover:decoration-current"
            >
              {userName ?? "Deleted account"}
            </Link>,
          ],
          ["When", <RelativeTime key="when" iso={record.createdAt.toISOString()} />],
          ["Model", modelAnswered ?? "None answered"],
          ["Asked for", record.modelRequested ?? "No model in particular"],
          ["Cost (USD)", formatTurnCost(record.costNanos)],
          ["Tokens in · out", `${formatCount(record.inputTokens)} · ${formatCount(record.outputTokens)}`],
          ["First token", formatDuration(record.firstContentMs)],
          ["Total", formatDuration(record.durationMs)],
          ["Plan", record.plan],
          ["Guard policy", record.guardPolicyVersion],
          ["Withheld", `${formatCount(record.withheldLength)} characters`],
          ["Error", record.errorCode ?? "None"],
        ]}
      />
      {record.promptContent !== null && (
        <details className="text-sm">
          <summary className="cursor-pointer text-muted-foreground">Prompt {promptVersionId}</summary>
          <p className="mt-2 whitespace-pre-wrap rounded-xl border bg-card p-3.5">{record.promptContent}</p>
        </details>
      )}
    </div>
  );
}
