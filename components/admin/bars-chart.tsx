"use client";

import { Bar, BarChart, Legend, ResponsiveContainer } from "recharts";
import { chartFrame, chartMargin } from "./chart-frame";

export type ChartSeries = { readonly key: string; readonly label: string; readonly color: string };

type ChartProps = {
  rows: readonly Readonly<Record<string, string | number | null>>[];
  series: readonly ChartSeries[];
  formatValue: (value: number) => string;
  /** Whole things are counted. */
  isCount: boolean;
};

/** Stacked bars; one series needs no legend. */
export function BarsChart({ rows, series, formatValue, isCount }: ChartProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={[...rows]} margin={chartMargin} accessibilityLayer={false}>
        {chartFrame(formatValue, isCount)}
        {series.length > 1 && (
          <Legend
            iconType="square"
            iconSize={10}
            itemSorter={null}
            formatter={(label) => <span className="text-muted-foreground text-xs">{label}</span>}
          />
        )}
        {series.map(({ key, label, color }) => (
          <Bar
            key={key}
            dataKey={key}
            name={label}
            stackId="all"
            fill={color}
            isAnimationActive={false}
            maxBarSize={28}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
