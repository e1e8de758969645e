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
import { strings } from "@/lib/config/strings";
import { peopleFilterSchema } from "@/lib/protocol/review/people";
import { listPeople } from "@/lib/review/list-people";
import { readFilter } from "../read-filter";

const words = strings.admin.users.list;

export const metadata: Metadata = { title: words.title };

type UsersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ searchParams }: UsersPageProps) {
  const admin = await requireAdminPage();
  const filter = readFilter(peopleFilterSchema, await searchParams);
  const { people, next } = await listPeople(admin.tenantId, filter);
  return (
    <div className="space-y-5">
      <PageHeading title={words.title} text={words.text} />
      <PeopleFilters key={JSON.stringify(filter)} filter={filter} plans={Object.keys(plans)} />
      {people.length === 0 ? (
        <EmptyState title={words.empty.title} text={words.empty.text}>
          <Button asChild>
            <Link href="/admin/users">{words.empty.all}</Link>
          </Button>
        </EmptyState>
      ) : (
        <PeopleTable people={people} />
      )}
      <NextPage path="/admin/users" filter={filter} next={next} />
    </div>
  );
}
