import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { strings } from "@/lib/config/strings";
import type { PersonLine } from "@/lib/protocol/review/people";
import { Badge } from "./badge";
import { formatTurnCost } from "./format-cost";
import { formatCount } from "./format-count";

const words = strings.admin.users.list;

const head = "px-3.5 py-2 font-medium text-muted-foreground text-xs";
const cell = "px-3.5 py-2.5 align-baseline";

/** People as a table; on a phone each is one cell with what matters most. */
export function PeopleTable({ people }: { people: readonly PersonLine[] }) {
  return (
    <div className="overflow-hidden rounded-xl border bg-card">
      <table className="w-full table-fixed text-sm tabular-nums">
        <caption className="sr-only">{words.caption}</caption>
        <thead>
          <tr className="border-b max-md:hidden">
            <th scope="col" className={`${head} text-left`}>
              {words.person}
            </th>
            <th scope="col" className={`${head} w-28 text-left max-md:hidden`}>
              {words.plan}
            </th>
            <th scope="col" className={`${head} w-20 text-right max-md:hidden`}>
              {words.turns}
            </th>
            <th scope="col" className={`${head} w-28 text-right max-md:hidden`}>
              {words.cost}
            </th>
            <th scope="col" className={`${head} w-36 text-right max-md:hidden`}>
              {words.lastTurn}
            </th>
            <th scope="col" className={`${head} w-36 text-right max-md:hidden`}>
              {words.since}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className="relative border-b last:border-0 hover:bg-muted/60">
              <td className={cell}>
                <Link
                  href={`/admin/users/${encodeURIComponent(person.id)}`}
                  prefetch={false}
                  className="block truncate font-medium after:absolute after:inset-0"
                >
                  {person.name}
                </Link>
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  {!person.isAnonymous && (
                    <span className="truncate text-muted-foreground">{person.email}</span>
                  )}
                  {person.role === "ADMIN" && <Badge look="good">{strings.admin.admin}</Badge>}
                  {person.isAnonymous && <Badge look="quiet">{strings.admin.guest}</Badge>}
                  {person.isBanned && <Badge look="bad">{strings.admin.banned}</Badge>}
                </span>
                <span className="block text-muted-foreground text-xs md:hidden">
                  {person.plan} · {words.turnCount(person.turns)} · ${formatTurnCost(person.costNanos)}
                </span>
              </td>
              <td className={`${cell} max-md:hidden`}>
                {person.plan}
                {person.hasOwnLimits && (
                  <span className="block text-muted-foreground text-xs">{words.ownLimits}</span>
                )}
              </td>
              <td className={`${cell} text-right max-md:hidden`}>{formatCount(person.turns)}</td>
              <td className={`${cell} text-right max-md:hidden`}>{formatTurnCost(person.costNanos)}</td>
              <td className={`${cell} text-right text-muted-foreground max-md:hidden`}>
                {person.lastTurnAt === null ? "–" : <RelativeTime iso={person.lastTurnAt.toISOString()} />}
              </td>
              <td className={`${cell} text-right text-muted-foreground max-md:hidden`}>
                <RelativeTime iso={person.createdAt.toISOString()} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
