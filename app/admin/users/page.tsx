import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/admin/empty-state";
import { NextPage } from "@/components/admin/next-page";
import { PageHeading } from "@/components/admin/page-heading";
import { PeopleFilters } from "@/components/admin/people-filters";
import { PeopleTable } from "@/components/admin/people-table";
import { Button } from "@/components/ui/button";
import { requireAdminPage } from "@/lib/auth/require-admin";
import { plans } from "@/lib/config/plans";
import { peopleFilterSchema } from "@/lib/protocol/review/people";
import { listPeople } from "@/lib/review/list-people";
import { readFilter } from "../read-filter";

export const metadata: Metadata = { title: "Users" };

type UsersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ searchParams }: UsersPageProps) {
  const admin = await requireAdminPage();
  const filter = readFilter(peopleFilterSchema, await searchParams);
  const { people, next } = await listPeople(admin.tenantId, filter);
  return (
    <div className="space-y-5">
      <PageHeading title="Users" text="Accounts and guests, newest first, with what they used in 30 days." />
      <PeopleFilters key={JSON.stringify(filter)} filter={filter} plans={Object.keys(plans)} />
      {people.length === 0 ? (
        <EmptyState title="Nobody" text="Nobody fits this filter.">
          <Button asChild>
            <Link href="/admin/users">Show everybody</Link>
          </Button>
        </EmptyState>
      ) : (
        <PeopleTable people={people} />
      )}
      <NextPage path="/admin/users" filter={filter} next={next} />
    </div>
  );
}
