"use client";

import { strings } from "@/lib/config/strings";
import type { Bucket } from "@/lib/protocol/review/overview";
import { BarsChart } from "./bars-chart";
import { ChartPanel } from "./chart-panel";
import { type DataColumn, DataTable } from "./data-table";
import { formatTurnCost } from "./format-cost";
import { formatCompact, formatCount } from "./format-count";
import { formatDuration, formatMs } from "./format-ms";
import { LinesChart } from "./lines-chart";

const { charts: words, columns } = strings.admin.overview;

type Size = "hour" | "day";

const NANOS_PER_USD = 1e9;

const turnSeries = [
  { key: "fine", label: words.answered, color: "var(--primary)" },
  { key: "fallbacks", label: words.byFallback, color: "var(--muted-foreground)" },
  { key: "troubled", label: words.troubled, color: "var(--destructive)" },
];
const timeSeries = [
  { key: "p50", label: "p50", color: "var(--primary)" },
  { key: "p95", label: "p95", color: "var(--muted-foreground)" },
];
const costSeries = [{ key: "cost", label: words.costLegend, color: "var(--primary)" }];

export function OverviewCharts({ buckets, size }: { buckets: readonly Bucket[]; size: Size }) {
  const rows = buckets.map((bucket) => ({
    label: labelOf(bucket.start, size),
    ...turnParts(bucket),
    // For drawing only: sums and tables stay whole.
    cost: Number(bucket.costNanos) / NANOS_PER_USD,
    p50: bucket.firstContentMsP50,
    p95: bucket.firstContentMsP95,
  }));
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-8 lg:grid-cols-3">
      <ChartPanel
        title={words.turns[size]}
        description={words.turnsText[size]}
        chart={<BarsChart rows={rows} series={turnSeries} formatValue={formatCompact} isCount />}
        table={
          <DataTable label={words.turns[size]} columns={[timeColumn(size), ...turnColumns]} rows={buckets} />
        }
      />
      <ChartPanel
        title={words.cost[size]}
        description={words.costText[size]}
        chart={
          <BarsChart
            rows={rows}
            series={costSeries}
            formatValue={(value) => `$${shortNumber(value)}`}
            isCount={false}
          />
        }
        table={
          <DataTable label={words.cost[size]} columns={[timeColumn(size), ...costColumns]} rows={buckets} />
        }
      />
      <ChartPanel
        title={words.firstToken}
        description={words.firstTokenText[size]}
        chart={<LinesChart rows={rows} series={timeSeries} formatValue={formatDuration} />}
        table={
          <DataTable label={words.firstToken} columns={[timeColumn(size), ...timeColumns]} rows={buckets} />
        }
      />
    </div>
  );
}

/** The parts of a bar add up to its turns: a turn that is two things is shown as the worse. */
function turnParts(bucket: Bucket): { fine: number; fallbacks: number; troubled: number } {
  const troubled = Math.min(bucket.turns, bucket.errors + bucket.blocks);
  const fallbacks = Math.min(bucket.turns - troubled, bucket.fallbacks);
  return { troubled, fallbacks, fine: bucket.turns - troubled - fallbacks };
}

/** Days and hours are UTC, like quotas. */
function labelOf(start: Date, size: Size): string {
  return start.toLocaleString(strings.language, {
    timeZone: "UTC",
    ...(size === "day"
      ? { month: "short", day: "numeric" }
      : { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
  });
}

function shortNumber(value: number): string {
  return value.toLocaleString(strings.language, { maximumSignificantDigits: 3 });
}

const timeColumn = (size: Size): DataColumn<Bucket> => ({
  id: "start",
  header: columns[size],
  unit: "UTC",
  isText: true,
  value: ({ start }) => start.getTime(),
  cell: ({ start }) => labelOf(start, size),
});

const count = (id: "turns" | "fallbacks" | "errors" | "blocks" | "tokens", header: string) =>
  ({ id, header, value: (row: Bucket) => row[id], cell: (row: Bucket) => formatCount(row[id]) }) as const;

const turnColumns: readonly DataColumn<Bucket>[] = [
  count("turns", columns.turns),
  count("fallbacks", columns.fallbacks),
  count("errors", columns.errors),
  count("blocks", columns.blocks),
];

const costColumns: readonly DataColumn<Bucket>[] = [
  {
    id: "cost",
    header: columns.cost,
    unit: "USD",
    value: ({ costNanos }) => Number(costNanos),
    cell: ({ costNanos }) => formatTurnCost(costNanos),
  },
  count("tokens", columns.tokens),
];

const time = (id: "firstContentMsP50" | "firstContentMsP95", header: string) =>
  ({
    id,
    header,
    unit: "ms",
    value: (row: Bucket) => row[id] ?? -1,
    cell: (row: Bucket) => formatMs(row[id]),
  }) as const;

const timeColumns = [time("firstContentMsP50", "p50"), time("firstContentMsP95", "p95")];
