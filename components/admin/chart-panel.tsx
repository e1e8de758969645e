"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { strings } from "@/lib/config/strings";
import { Panel } from "./panel";

const words = strings.admin.overview.charts;

type ChartPanelProps = {
  title: string;
  /** What the chart shows, in a sentence: the drawing's text for those who don't see it. */
  description: string;
  chart: ReactNode;
  table: ReactNode;
};

/** A chart, and the table behind it one click away. */
export function ChartPanel({ title, description, chart, table }: ChartPanelProps) {
  const [showsTable, setShowsTable] = useState(false);
  return (
    <Panel
      title={title}
      actions={
        <Button
          size="text"
          look="link"
          aria-label={showsTable ? words.chartOf(title) : words.tableOf(title)}
          onClick={() => setShowsTable(!showsTable)}
        >
          {showsTable ? words.showChart : words.showTable}
        </Button>
      }
    >
      {showsTable ? (
        table
      ) : (
        <div className="rounded-xl border bg-card px-2 pt-4 pb-1">
          <div role="img" aria-label={description} className="h-56">
            {chart}
          </div>
        </div>
      )}
    </Panel>
  );
}
