import { EmptyState } from "@/components/admin/empty-state";
import { OverviewCards } from "@/components/admin/overview-cards";
import { OverviewCharts } from "@/components/admin/overview-charts";
import { PageHeading } from "@/components/admin/page-heading";
import { PeriodTabs } from "@/components/admin/period-tabs";
import { ShareTables } from "@/components/admin/share-tables";
import { requireAdminPage } from "@/lib/auth/require-admin";
import { periodNames } from "@/lib/protocol/review/overview";
import { loadOverview } from "@/lib/review/load-overview";

type OverviewPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OverviewPage({ searchParams }: OverviewPageProps) {
  const admin = await requireAdminPage();
  const asked = (await searchParams)["period"];
  const period = periodNames.find((name) => name === asked) ?? "7d";
  const overview = await loadOverview(admin.tenantId, period);
  return (
    <div className="space-y-8">
      <PageHeading title="Overview" text="Days begin at midnight UTC, as quotas do.">
        <PeriodTabs current={period} />
      </PageHeading>
      <OverviewCards overview={overview} />
      {overview.now.turns === 0 && overview.byFeature.length === 0 ? (
        <EmptyState
          title="Nothing was asked in this period"
          text="Choose a longer period, or fill a fresh installation with a few invented days: npm run seed:demo."
        />
      ) : (
        <>
          <OverviewCharts buckets={overview.buckets} size={overview.bucket} />
          <ShareTables overview={overview} />
        </>
      )}
    </div>
  );
}
