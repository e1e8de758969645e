import { EmptyState } from "@/components/admin/empty-state";
import { OverviewCards } from "@/components/admin/overview-cards";
import { OverviewCharts } from "@/components/admin/overview-charts";
import { PageHeading } from "@/components/admin/page-heading";
import { PeriodTabs } from "@/components/admin/period-tabs";
import { ShareTables } from "@/components/admin/share-tables";
import { requireAdminPage } from "@/lib/auth/require-admin";
import { strings } from "@/lib/config/strings";
import { periodNames } from "@/lib/protocol/review/overview";
import { loadOverview } from "@/lib/review/load-overview";

const words = strings.admin.overview;

type OverviewPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OverviewPage({ searchParams }: OverviewPageProps) {
  const admin = await requireAdminPage();
  const asked = (await searchParams)["period"];
  const period = periodNames.find((name) => name === asked) ?? "7d";
  const overview = await loadOverview(admin.tenantId, period);
  return (
    <div className="space-y-8">
      <PageHeading title={words.title} text={words.text}>
        <PeriodTabs current={period} />
      </PageHeading>
      <OverviewCards overview={overview} />
      {overview.now.turns === 0 && overview.byFeature.length === 0 ? (
        <EmptyState {...words.empty} />
      ) : (
        <>
          <OverviewCharts buckets={overview.buckets} size={overview.bucket} />
          <ShareTables overview={overview} />
        </>
      )}
    </div>
  );
}
