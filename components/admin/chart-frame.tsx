"use client";

import { CartesianGrid, Tooltip, XAxis, YAxis } from "recharts";

/**
 * What every chart here has around its bars or lines: quiet axes, a grid, and the numbers under the pointer.
 * @param isCount whole things are counted, so the axis has no parts of them
 * @param padding pixels before the first and behind the last, where a line would else touch the edge
 */
export function chartFrame(
  formatValue: (value: number) => string,
  isCount: boolean,
  padding: { readonly left: number; readonly right: number } = { left: 0, right: 0 },
) {
  const tick = { fill: "var(--muted-foreground)", fontSize: 12 };
  return [
    <CartesianGrid key="grid" vertical={false} stroke="var(--border)" />,
    <XAxis
      key="x"
      dataKey="label"
      padding={padding}
      tick={tick}
      tickLine={false}
      axisLine={{ stroke: "var(--border)" }}
      minTickGap={24}
    />,
    <YAxis
      key="y"
      tick={tick}
      tickLine={false}
      axisLine={false}
      // As wide as its labels: a fraction of a cent has more digits than a thousand turns.
      width="auto"
      tickFormatter={formatValue}
      allowDecimals={!isCount}
    />,
    <Tooltip
      key="tooltip"
      isAnimationActive={false}
      cursor={{ fill: "var(--muted)", stroke: "var(--border)" }}
      formatter={(value) => (typeof value === "number" ? formatValue(value) : String(value ?? ""))}
      contentStyle={{
        background: "var(--popover)",
        border: "1px solid var(--border)",
        borderRadius: 8,
        fontSize: 13,
        fontVariantNumeric: "tabular-nums",
      }}
      labelStyle={{ color: "var(--foreground)", fontWeight: 500 }}
      itemStyle={{ color: "var(--foreground)", paddingBlock: 0 }}
    />,
  ];
}

export const chartMargin = { top: 4, right: 12, bottom: 0, left: 0 } as const;
