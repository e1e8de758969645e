import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { strings } from "@/lib/config/strings";
import type { TurnLine } from "@/lib/protocol/review/turn-list";
import { Badge } from "./badge";
import { formatTurnCost } from "./format-cost";
import { formatDuration, formatMs } from "./format-ms";
import { noticeLabel, noticesBeside } from "./notice-label";
import { StatusBadge } from "./status-badge";

const words = strings.admin.turns.list;

const headClasses = "px-3.5 py-2 font-medium text-muted-foreground text-xs max-md:hidden";
const cellClasses = "px-3.5 py-2.5 align-baseline max-md:hidden";

/** Turns as a table; on a phone each is one cell with what matters most. */
export function TurnTable({ turns }: { turns: readonly TurnLine[] }) {
  return (
    <div className="overflow-hidden rounded-xl border bg-card">
      <table className="w-full table-fixed text-sm tabular-nums">
        <caption className="sr-only">{words.caption}</caption>
        <thead>
          <tr className="border-b max-md:hidden">
            <th scope="col" className={`${headClasses} text-left`}>
              {words.question}
            </th>
            <th scope="col" className={`${headClasses} w-40 text-left`}>
              {words.person}
            </th>
            <th scope="col" className={`${headClasses} w-44 text-left max-lg:hidden`}>
              {words.model}
            </th>
            <th scope="col" className={`${headClasses} w-28 text-right`}>
              {words.cost}
            </th>
            <th scope="col" className={`${headClasses} w-32 text-right max-lg:hidden`}>
              {words.firstToken}
            </th>
            <th scope="col" className={`${headClasses} w-28 text-right`}>
              {words.total}
            </th>
            <th scope="col" className={`${headClasses} w-32 text-right`}>
              {words.when}
            </th>
          </tr>
        </thead>
        <tbody>
          {turns.map((turn) => (
            <TurnRow key={turn.id} turn={turn} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TurnRow({ turn }: { turn: TurnLine }) {
  const { id, question, userId, userName, modelAnswered, costNanos, firstContentMs, durationMs } = turn;
  return (
    <tr className="relative border-b last:border-0 hover:bg-muted/60">
      <td className="px-3.5 py-2.5 align-baseline">
        <Link
          href={`/admin/turns/${id}`}
          prefetch={false}
          className="block truncate font-medium after:absolute after:inset-0 focus-visible:after:outline-2"
        >
          {question === "" ? strings.admin.noText : question}
        </Link>
        <span className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
          {turn.status !== "COMPLETED" && <StatusBadge status={turn.status} />}
          {noticesBeside(turn.status, turn.notices).map((code) => (
            <Badge key={code}>{noticeLabel(code)}</Badge>
          ))}
          <span className="text-muted-foreground text-xs md:hidden">
            {userName ?? strings.admin.deletedAccount} · ${formatTurnCost(costNanos)} ·{" "}
            {formatDuration(durationMs)} · <RelativeTime iso={turn.createdAt.toISOString()} />
          </span>
        </span>
      </td>
      <td className={`${cellClasses} truncate`}>
        <Link
          href={`/admin/users/${encodeURIComponent(userId)}`}
          prefetch={false}
          className="relative z-10 underline decoration-border underline-offset-4 hover:decoration-current"
        >
          {userName ?? strings.admin.deletedAccount}
        </Link>
      </td>
      <td
        className={`${cellClasses} truncate text-muted-foreground max-lg:hidden`}
        title={modelAnswered ?? undefined}
      >
        {modelAnswered ?? "–"}
      </td>
      <td className={`${cellClasses} text-right`}>{formatTurnCost(costNanos)}</td>
      <td className={`${cellClasses} text-right max-lg:hidden`}>{formatMs(firstContentMs)}</td>
      <td className={`${cellClasses} text-right`}>{formatMs(durationMs)}</td>
      <td className={`${cellClasses} whitespace-nowrap text-right text-muted-foreground`}>
        <span className="relative z-10">
          <RelativeTime iso={turn.createdAt.toISOString()} />
        </span>
      </td>
    </tr>
  );
}
