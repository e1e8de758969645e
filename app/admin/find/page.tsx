import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { EmptyState } from "@/components/admin/empty-state";
import { PageHeading } from "@/components/admin/page-heading";
import { RelativeTime } from "@/components/ui/relative-time";
import { requireAdminPage } from "@/lib/auth/require-admin";
import { strings } from "@/lib/config/strings";
import { findTurnReference } from "@/lib/review/find-turn-reference";

const words = strings.admin.turns.find;

export const metadata: Metadata = { title: words.title };

type FindPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FindPage({ searchParams }: FindPageProps) {
  const admin = await requireAdminPage();
  const { reference } = await searchParams;
  const found = await findTurnReference(admin.tenantId, typeof reference === "string" ? reference : "");
  const [only] = found;
  if (only !== undefined && found.length === 1) redirect(`/admin/turns/${only.id}`);
  return (
    <div className="space-y-5">
      <PageHeading title={words.title} text={words.text} />
      {found.length === 0 ? (
        <EmptyState {...words.empty} />
      ) : (
        <ul className="divide-y rounded-xl border bg-card text-sm">
          {found.map(({ id, createdAt }) => (
            <li key={id} className="flex flex-wrap justify-between gap-3 px-3.5 py-2.5">
              <Link href={`/admin/turns/${id}`} prefetch={false} className="font-mono underline">
                {id}
              </Link>
              <RelativeTime iso={createdAt.toISOString()} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
