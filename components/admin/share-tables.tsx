"use client";

import Link from "next/link";
import { strings } from "@/lib/config/strings";
import type { ModelShare, Overview, Share } from "@/lib/protocol/review/overview";
import { type DataColumn, DataTable } from "./data-table";
import { formatTurnCost } from "./format-cost";
import { formatCount, formatShare } from "./format-count";
import { formatMs } from "./format-ms";
import { Panel } from "./panel";

const { columns, tables } = strings.admin.overview;
const purposes: Readonly<Record<string, string>> = strings.admin.labels.purposes;

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
    header: columns.errors,
    unit: "%",
    value: ({ errors, count }) => errors / Math.max(1, count),
    cell: ({ errors, count }) => formatShare(errors, count).replace("%", ""),
  },
  {
    id: "tokens",
    header: columns.tokens,
    value: ({ tokens }) => tokens,
    cell: ({ tokens }) => formatCount(tokens),
  },
  {
    id: "cost",
    header: columns.cost,
    unit: "USD",
    value: ({ costNanos }) => Number(costNanos),
    cell: ({ costNanos }) => formatTurnCost(costNanos),
  },
];

const plainName = (share: Share) => share.label;
const featureColumns = [
  nameColumn(columns.feature, ({ key }) => purposes[key] ?? key),
  ...figures(columns.calls),
];
const planColumns = [nameColumn(columns.plan, plainName), ...figures(columns.turns)];
const userColumns = [
  nameColumn(columns.person, ({ key, label }) => (
    <Link href={`/admin/users/${encodeURIComponent(key)}`} prefetch={false} className={linkClasses}>
      {label}
    </Link>
  )),
  ...figures(columns.turns),
];

const modelColumns: DataColumn<ModelShare>[] = [
  {
    id: "name",
    header: columns.model,
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
  ...figures(columns.calls),
  {
    id: "first",
    header: columns.firstToken,
    unit: "ms",
    value: ({ firstContentMsP50 }) => firstContentMsP50 ?? -1,
    cell: ({ firstContentMsP50 }) => formatMs(firstContentMsP50),
  },
  {
    id: "total",
    header: columns.total,
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
        <Panel title={tables.byModel}>
          <DataTable label={tables.byModel} columns={modelColumns} rows={byModel} />
        </Panel>
      </div>
      <Panel title={tables.byPerson} text={byUser.length >= 20 ? tables.mostCostly : undefined}>
        <DataTable label={tables.byPerson} columns={userColumns} rows={byUser} />
      </Panel>
      <div className="min-w-0 space-y-8">
        <Panel title={tables.byFeature}>
          <DataTable label={tables.byFeature} columns={featureColumns} rows={byFeature} />
        </Panel>
        <Panel title={tables.byPlan}>
          <DataTable label={tables.byPlan} columns={planColumns} rows={byPlan} />
        </Panel>
      </div>
    </div>
  );
}
