import type { Route } from "next";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";

type NextPageProps = {
  path: "/admin/turns" | "/admin/flagged" | "/admin/users";
  /** The filter as it stands in the address. */
  filter: Readonly<Record<string, string | number | undefined>>;
  next: string | null;
};

/** The way to older entries, and back to the newest. */
export function NextPage({ path, filter, next }: NextPageProps) {
  const { after, ...rest } = filter;
  return (
    <div className="mt-4 flex justify-between gap-3">
      {after === undefined ? (
        <span />
      ) : (
        <Button asChild size="small">
          <Link href={hrefOf(path, rest)}>{strings.admin.pages.newest}</Link>
        </Button>
      )}
      {next !== null && (
        <Button asChild size="small">
          <Link href={hrefOf(path, { ...rest, after: next })} prefetch={false}>
            {strings.admin.pages.older}
          </Link>
        </Button>
      )}
    </div>
  );
}

function hrefOf(path: NextPageProps["path"], filter: NextPageProps["filter"]): Route {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return (query.size === 0 ? path : `${path}?${query}`) as Route;
}
