"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { strings } from "@/lib/config/strings";

const words = strings.admin.nav;

type AdminNavProps = {
  /** How many flags wait, as it is shown. */
  openFlags: string;
  /** There is a provider simulator to steer; in development only. */
  hasSimulator: boolean;
};

export function AdminNav({ openFlags, hasSimulator }: AdminNavProps) {
  const path = usePathname();
  const entries = [
    { href: "/admin", label: words.overview },
    { href: "/admin/turns", label: words.turns },
    { href: "/admin/flagged", label: words.flagged, count: openFlags },
    { href: "/admin/users", label: words.users },
    ...(hasSimulator ? [{ href: "/admin/simulator", label: words.simulator } as const] : []),
  ] as const;
  return (
    <nav aria-label={words.label} className="-mx-1 flex gap-1 overflow-x-auto px-1 py-1 text-sm">
      {entries.map((entry) => {
        const isCurrent = entry.href === "/admin" ? path === "/admin" : path.startsWith(entry.href);
        return (
          <Link
            key={entry.href}
            href={entry.href}
            aria-current={isCurrent ? "page" : undefined}
            className={classNames(
              "flex items-center gap-1.5 whitespace-nowrap rounded-lg px-2.5 py-1.5 text-muted-foreground hover:bg-muted hover:text-foreground",
              isCurrent && "bg-muted font-medium text-foreground",
            )}
          >
            {entry.label}
            {"count" in entry && entry.count !== "0" && (
              <span className="rounded-full bg-primary px-1.5 text-primary-foreground text-xs tabular-nums leading-4">
                {entry.count}
                <span className="sr-only"> {words.waiting}</span>
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
