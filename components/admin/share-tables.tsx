"use client";

import Link from "next/link";
import type { ModelShare, Overview, Share } from "@/lib/protocol/review/overview";
import { type DataColumn, DataTable } from "./data-table";
import { formatTurnCost } from "./format-cost";
import { formatCount, formatShare } from "./format-count";
import { formatMs } from "./format-ms";
import { Panel } from "./panel";
import { purposeLabels } from "./turn-labels";

const linkClasses = "underline decoration-border underline-offset-4 hover:decoration-current";

function nameColumn(header: string, cell: DataColumn<Share>["cell"]): DataColumn<Share> {
  return {
    id: "name",
    header,
    isText: true,
    value: ({ label }) => label,
    cell,
  };
}

const figures = (countHeader: string): DataColumn<Share>[] => [
  { id: "count", header: countHeader, value: ({ count }) => count, cell: ({ count }) => formatCount(count) },
  {
    id: "errors",
    header: "Errors",
    unit: "%",
    value: ({ errors, count }) => errors / Math.max(1, count),
    cell: ({ errors, count }) => formatShare(errors, count).replace("%", ""),
  },
  {
    id: "tokens",
    header: "Tokens",
    value: ({ tokens }) => tokens,
    cell: ({ tokens }) => formatCount(tokens),
  },
  {
    id: "cost",
    header: "Cost",
    unit: "USD",
    value: ({ costNanos }) => Number(costNanos),
    cell: ({ costNanos }) => formatTurnCost(costNanos),
  },
];

const plainName = (share: Share) => share.label;
const featureColumns = [nameColumn("Feature", ({ key }) => purposeLabels[key] ?? key), ...figures("Calls")];
const planColumns = [nameColumn("Plan", plainName), ...figures("Turns")];
const userColumns = [
  nameColumn("Person", ({ key, label }) => (
    <Link href={`/admin/users/${encodeURIComponent(key)}`} prefetch={false} className={linkClasses}>
      {label}
    </Link>
  )),
  ...figures("Turns"),
];

const modelColumns: DataColumn<ModelShare>[] = [
  {
    id: "name",
    header: "Model",
    isText: true,
    value: ({ label }) => label,
    cell: ({ key }) => (
      <Link
        href={{ pathname: "/admin/turns", query: { model: key } }}
        prefetch={false}
        className={linkClasses}
      >
        {key}
      </Link>
    ),
  },
  ...figures("Calls"),
  {
    id: "first",
    header: "First token p50",
    unit: "ms",
    value: ({ firstContentMsP50 }) => firstContentMsP50 ?? -1,
    cell: ({ firstContentMsP50 }) => formatMs(firstContentMsP50),
  },
  {
    id: "total",
    header: "Total p95",
    unit: "ms",
    value: ({ durationMsP95 }) => durationMsP95 ?? -1,
    cell: ({ durationMsP95 }) => formatMs(durationMsP95),
  },
];

/** The same figures by what they were for, by model, by plan and by person. */
export function ShareTables({ overview }: { overview: Overview }) {
  const { byFeature, byModel, byPlan, byUser } = overview;
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-8 lg:grid-cols-2">
      <div className="min-w-0 lg:col-span-2">
        <Panel title="By model">
          <DataTable label="By model" columns={modelColumns} rows={byModel} />
        </Panel>
      </div>
      <Panel title="By person" text={byUser.length >= 20 ? "The 20 who cost most" : undefined}>
        <DataTable label="By person" columns={userColumns} rows={byUser} />
      </Panel>
      <div className="min-w-0 space-y-8">
        <Panel title="By feature">
          <DataTable label="By feature" columns={featureColumns} rows={byFeature} />
        </Panel>
        <Panel title="By plan">
          <DataTable label="By plan" columns={planColumns} rows={byPlan} />
        </Panel>
      </div>
    </div>
  );
}
