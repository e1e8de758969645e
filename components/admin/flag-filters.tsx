import type { Route } from "next";
import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { strings } from "@/lib/config/strings";
import { type FlagFilter, flagKinds } from "@/lib/protocol/review/flag-list";

const words = strings.admin.flagged;

const chip =
  "whitespace-nowrap rounded-lg px-2.5 py-1 text-muted-foreground hover:bg-muted hover:text-foreground";

/** Waiting or decided, and of which kind. */
export function FlagFilters({ filter }: { filter: FlagFilter }) {
  const link = (label: string, next: FlagFilter, isCurrent: boolean) => (
    <Link
      key={label}
      href={hrefOf(next)}
      aria-current={isCurrent ? "page" : undefined}
      className={classNames(chip, isCurrent && "bg-muted font-medium text-foreground")}
    >
      {label}
    </Link>
  );
  const { state, kind } = filter;
  return (
    <nav aria-label={words.filters} className="flex flex-wrap items-center gap-x-1 gap-y-1 text-sm">
      {link(words.waiting, { state: "open", kind }, state === "open")}
      {link(words.decided, { state: "decided", kind }, state === "decided")}
      <span
        aria-hidden
        className="mx-2 h-5 border-l max-sm:mx-0 max-sm:h-0 max-sm:basis-full max-sm:border-0"
      />
      {link(words.allKinds, { state }, kind === undefined)}
      {flagKinds.map((each) =>
        link(strings.admin.labels.flagKinds[each], { state, kind: each }, kind === each),
      )}
    </nav>
  );
}

function hrefOf({ state, kind }: FlagFilter): Route {
  const query = new URLSearchParams({ state, ...(kind !== undefined && { kind }) });
  return `/admin/flagged?${query}` as Route;
}
