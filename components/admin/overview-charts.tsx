"use client";

import type { Bucket } from "@/lib/protocol/review/overview";
import { BarsChart } from "./bars-chart";
import { ChartPanel } from "./chart-panel";
import { type DataColumn, DataTable } from "./data-table";
import { formatTurnCost } from "./format-cost";
import { formatCompact, formatCount } from "./format-count";
import { formatDuration, formatMs } from "./format-ms";
import { LinesChart } from "./lines-chart";

type Size = "hour" | "day";

const NANOS_PER_USD = 1e9;

const turnSeries = [
  { key: "fine", label: "Answered", color: "var(--primary)" },
  { key: "fallbacks", label: "By a fallback", color: "var(--muted-foreground)" },
  { key: "troubled", label: "Blocked or failed", color: "var(--destructive)" },
];
const timeSeries = [
  { key: "p50", label: "p50", color: "var(--primary)" },
  { key: "p95", label: "p95", color: "var(--muted-foreground)" },
];
const costSeries = [{ key: "cost", label: "Cost", color: "var(--primary)" }];

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
        title={`Turns by ${size}`}
        description={`Bars of the turns of each ${size}: answered, by a fallback, blocked or failed.`}
        chart={<BarsChart rows={rows} series={turnSeries} formatValue={formatCompact} isCount />}
        table={
          <DataTable label={`Turns by ${size}`} columns={[timeColumn(size), ...turnColumns]} rows={buckets} />
        }
      />
      <ChartPanel
        title={`Cost by ${size}`}
        description={`Bars of what the calls of each ${size} cost.`}
        chart={
          <BarsChart
            rows={rows}
            series={costSeries}
            formatValue={(value) => `$${shortNumber(value)}`}
            isCount={false}
          />
        }
        table={
          <DataTable label={`Cost by ${size}`} columns={[timeColumn(size), ...costColumns]} rows={buckets} />
        }
      />
      <ChartPanel
        title="Time to the first token"
        description={`Lines of the time to the first token in each ${size}: the median, and what 95 of 100 turns stay below.`}
        chart={<LinesChart rows={rows} series={timeSeries} formatValue={formatDuration} />}
        table={
          <DataTable
            label="Time to the first token"
            columns={[timeColumn(size), ...timeColumns]}
            rows={buckets}
          />
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
  return start.toLocaleString("en", {
    timeZone: "UTC",
    ...(size === "day"
      ? { month: "short", day: "numeric" }
      : { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
  });
}

function shortNumber(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 3 });
}

const timeColumn = (size: Size): DataColumn<Bucket> => ({
  id: "start",
  header: size === "day" ? "Day" : "Hour",
  unit: "UTC",
  isText: true,
  value: ({ start }) => start.getTime(),
  cell: ({ start }) => labelOf(start, size),
});

const count = (id: "turns" | "fallbacks" | "errors" | "blocks" | "tokens", header: string) =>
  ({ id, header, value: (row: Bucket) => row[id], cell: (row: Bucket) => formatCount(row[id]) }) as const;

const turnColumns: readonly DataColumn<Bucket>[] = [
  count("turns", "Turns"),
  count("fallbacks", "Fallbacks"),
  count("errors", "Errors"),
  count("blocks", "Blocks"),
];

const costColumns: readonly DataColumn<Bucket>[] = [
  {
    id: "cost",
    header: "Cost",
    unit: "USD",
    value: ({ costNanos }) => Number(costNanos),
    cell: ({ costNanos }) => formatTurnCost(costNanos),
  },
  count("tokens", "Tokens"),
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
