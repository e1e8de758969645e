import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { strings } from "@/lib/config/strings";
import type { TurnRecord } from "@/lib/protocol/review/turn-record";
import { Badge } from "./badge";
import { CopyText } from "./copy-text";
import { Facts } from "./facts";
import { formatTurnCost } from "./format-cost";
import { formatCount } from "./format-count";
import { formatDuration } from "./format-ms";
import { noticeLabel, noticesBeside } from "./notice-label";
import { StatusBadge } from "./status-badge";

const words = strings.admin.turns.one;

/** What a turn was, at a glance. */
export function TurnFacts({ record }: { record: TurnRecord }) {
  const { id, status, notices, userId, userName, modelAnswered, promptVersionId } = record;
  return (
    <div className="space-y-4">
      <CopyText label={words.copyReference} text={id} />
      <p className="flex flex-wrap gap-1.5">
        <StatusBadge status={status} />
        {noticesBeside(status, notices).map((code) => (
          <Badge key={code}>{noticeLabel(code)}</Badge>
        ))}
      </p>
      <Facts
        facts={[
          [
            words.person,
            <Link
              key="person"
              href={`/admin/users/${encodeURIComponent(userId)}`}
              prefetch={false}
              className="underline decoration-border underline-offset-4 hover:decoration-current"
            >
              {userName ?? strings.admin.deletedAccount}
            </Link>,
          ],
          [words.when, <RelativeTime key="when" iso={record.createdAt.toISOString()} />],
          [words.model, modelAnswered ?? words.noModel],
          [words.asked, record.modelRequested ?? words.anyModel],
          [words.cost, formatTurnCost(record.costNanos)],
          [words.tokens, `${formatCount(record.inputTokens)} · ${formatCount(record.outputTokens)}`],
          [words.firstToken, formatDuration(record.firstContentMs)],
          [words.total, formatDuration(record.durationMs)],
          [words.plan, record.plan],
          [words.policy, record.guardPolicyVersion],
          [words.withheld, words.characters(formatCount(record.withheldLength))],
          [words.error, record.errorCode ?? words.noError],
        ]}
      />
      {record.promptContent !== null && (
        <details className="text-sm">
          <summary className="cursor-pointer text-muted-foreground">{words.prompt(promptVersionId)}</summary>
          <p className="mt-2 whitespace-pre-wrap rounded-xl border bg-card p-3.5">{record.promptContent}</p>
        </details>
      )}
    </div>
  );
}
