import type { Metadata } from "next";
import { DecidedFlags } from "@/components/admin/decided-flags";
import { EmptyState } from "@/components/admin/empty-state";
import { FlagFilters } from "@/components/admin/flag-filters";
import { FlagQueue } from "@/components/admin/flag-queue";
import { NextPage } from "@/components/admin/next-page";
import { PageHeading } from "@/components/admin/page-heading";
import { requireAdminPage } from "@/lib/auth/require-admin";
import { strings } from "@/lib/config/strings";
import { flagFilterSchema } from "@/lib/protocol/review/flag-list";
import { listFlags } from "@/lib/review/list-flags";
import { readFilter } from "../read-filter";
import { decide } from "./actions";

const words = strings.admin.flagged;

export const metadata: Metadata = { title: words.title };

type FlaggedPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FlaggedPage({ searchParams }: FlaggedPageProps) {
  const admin = await requireAdminPage();
  const filter = readFilter(flagFilterSchema, await searchParams);
  const { flags, next } = await listFlags(admin.tenantId, filter);
  return (
    <div className="max-w-4xl space-y-4">
      <PageHeading title={words.title} text={words.text} />
      <FlagFilters filter={filter} />
      {filter.state === "open" ? (
        <FlagQueue
          key={JSON.stringify(filter)}
          flags={flags}
          decide={decide}
          emptyText={filter.kind === undefined ? words.empty.text : words.empty.ofKind}
        />
      ) : flags.length === 0 ? (
        <EmptyState {...words.emptyDecided} />
      ) : (
        <DecidedFlags flags={flags} decide={decide} />
      )}
      <NextPage path="/admin/flagged" filter={filter} next={next} />
    </div>
  );
}
