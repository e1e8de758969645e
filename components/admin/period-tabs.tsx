import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { strings } from "@/lib/config/strings";
import { type PeriodName, periodNames } from "@/lib/protocol/review/overview";

export function PeriodTabs({ current }: { current: PeriodName }) {
  return (
    <nav aria-label={strings.admin.overview.period} className="flex rounded-lg border bg-card p-0.5 text-sm">
      {periodNames.map((period) => (
        <Link
          key={period}
          href={{ pathname: "/admin", query: { period } }}
          aria-current={period === current ? "page" : undefined}
          className={classNames(
            "rounded-md px-3 py-1 text-muted-foreground hover:text-foreground",
            period === current && "bg-muted font-medium text-foreground",
          )}
        >
          {strings.admin.periods[period]}
        </Link>
      ))}
    </nav>
  );
}
