"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";

type AdminNavProps = {
  /** How many flags wait, as it is shown. */
  openFlags: string;
  /** There is a provider simulator to steer; in development only. */
  hasSimulator: boolean;
};

export function AdminNav({ openFlags, hasSimulator }: AdminNavProps) {
  const path = usePathname();
  const entries = [
    { href: "/admin", label: "Overview" },
    { href: "/admin/turns", label: "Turns" },
    { href: "/admin/flagged", label: "Flagged", count: openFlags },
    { href: "/admin/users", label: "Users" },
    ...(hasSimulator ? [{ href: "/admin/simulator", label: "Simulator" } as const] : []),
  ] as const;
  return (
    <nav aria-label="Admin" className="-mx-1 flex gap-1 overflow-x-auto px-1 py-1 text-sm">
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
                <span className="sr-only"> open</span>
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
