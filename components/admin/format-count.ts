import { strings } from "@/lib/config/strings";

const format = new Intl.NumberFormat(strings.language);
const compact = new Intl.NumberFormat(strings.language, { notation: "compact", maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(strings.language, { style: "percent", maximumFractionDigits: 1 });

/** 12,345 */
export function formatCount(count: number): string {
  return format.format(count);
}

/** 12.3K: for cards and axes, where the whole number stands in the table. */
export function formatCompact(count: number): string {
  return count < 10_000 ? format.format(count) : compact.format(count);
}

/** A part of a whole as 4.2%; a dash where there is no whole. */
export function formatShare(part: number, whole: number): string {
  return whole === 0 ? "–" : percent.format(part / whole);
}
