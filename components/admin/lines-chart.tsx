"use client";

import { type DotItemDotProps, Legend, Line, LineChart, ResponsiveContainer } from "recharts";
import type { ChartSeries } from "./bars-chart";
import { chartFrame, chartMargin } from "./chart-frame";
import { isAlone } from "./is-alone";

type LinesChartProps = {
  rows: readonly Readonly<Record<string, string | number | null>>[];
  series: readonly ChartSeries[];
  formatValue: (value: number) => string;
};

/** Lines over time; where nothing was measured there is a gap. */
export function LinesChart({ rows, series, formatValue }: LinesChartProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={[...rows]} margin={chartMargin} accessibilityLayer={false}>
        {chartFrame(formatValue, false, { left: 16, right: 16 })}
        <Legend
          iconType="plainline"
          iconSize={14}
          itemSorter={null}
          formatter={(label) => <span className="text-muted-foreground text-xs">{label}</span>}
        />
        {series.map(({ key, label, color }) => (
          <Line
            key={key}
            dataKey={key}
            name={label}
            stroke={color}
            strokeWidth={1.75}
            // A line needs two points beside each other: without a dot, the first day of a new server would show nothing.
            dot={({ key: dotKey, index, cx, cy }: DotItemDotProps) =>
              isAlone(rows, key, index) ? <circle key={dotKey} cx={cx} cy={cy} r={3} fill={color} /> : null
            }
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
