import type { Metadata } from "next";
import { DecidedFlags } from "@/components/admin/decided-flags";
import { EmptyState } from "@/components/admin/empty-state";
import { FlagFilters } from "@/components/admin/flag-filters";
import { FlagQueue } from "@/components/admin/flag-queue";
import { NextPage } from "@/components/admin/next-page";
import { PageHeading } from "@/components/admin/page-heading";
import { requireAdminPage } from "@/lib/auth/require-admin";
import { flagFilterSchema } from "@/lib/protocol/review/flag-list";
import { listFlags } from "@/lib/review/list-flags";
import { readFilter } from "../read-filter";
import { decide } from "./actions";

export const metadata: Metadata = { title: "Flagged" };

type FlaggedPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FlaggedPage({ searchParams }: FlaggedPageProps) {
  const admin = await requireAdminPage();
  const filter = readFilter(flagFilterSchema, await searchParams);
  const { flags, next } = await listFlags(admin.tenantId, filter);
  return (
    <div className="max-w-4xl space-y-4">
      <PageHeading
        title="Flagged"
        text="Turns that a guard stopped or doubted, that got a thumbs down, or that somebody reported."
      />
      <FlagFilters filter={filter} />
      {filter.state === "open" ? (
        <FlagQueue
          key={JSON.stringify(filter)}
          flags={flags}
          decide={decide}
          emptyText="Every flag has had its decision. What was decided is under Decided."
        />
      ) : flags.length === 0 ? (
        <EmptyState title="Nothing was decided yet" text="What is decided in the queue is kept here." />
      ) : (
        <DecidedFlags flags={flags} decide={decide} />
      )}
      <NextPage path="/admin/flagged" filter={filter} next={next} />
    </div>
  );
}
