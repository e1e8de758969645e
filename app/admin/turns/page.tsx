import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/admin/empty-state";
import { NextPage } from "@/components/admin/next-page";
import { PageHeading } from "@/components/admin/page-heading";
import { TurnFilters } from "@/components/admin/turn-filters";
import { TurnTable } from "@/components/admin/turn-table";
import { Button } from "@/components/ui/button";
import { requireAdminPage } from "@/lib/auth/require-admin";
import { strings } from "@/lib/config/strings";
import { turnFilterSchema } from "@/lib/protocol/review/turn-list";
import { listModels, listTurns } from "@/lib/review/list-turns";
import { readFilter } from "../read-filter";

const words = strings.admin.turns.list;

export const metadata: Metadata = { title: words.title };

type TurnsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TurnsPage({ searchParams }: TurnsPageProps) {
  const admin = await requireAdminPage();
  const filter = readFilter(turnFilterSchema, await searchParams);
  const [{ lines, next }, models] = await Promise.all([
    listTurns(admin.tenantId, filter),
    listModels(admin.tenantId),
  ]);
  return (
    <div className="space-y-5">
      <PageHeading title={words.title} text={words.text} />
      <TurnFilters key={JSON.stringify(filter)} filter={filter} models={models} />
      {lines.length === 0 ? (
        <EmptyState title={words.empty.title} text={words.empty.text}>
          <Button asChild>
            <Link href="/admin/turns">{words.empty.all}</Link>
          </Button>
        </EmptyState>
      ) : (
        <TurnTable turns={lines} />
      )}
      <NextPage path="/admin/turns" filter={filter} next={next} />
    </div>
  );
}
