"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "./panel";

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
          aria-label={showsTable ? `${title}: show the chart` : `${title}: show the table`}
          onClick={() => setShowsTable(!showsTable)}
        >
          {showsTable ? "Show the chart" : "Show the table"}
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
