import { strings } from "@/lib/config/strings";

const format = new Intl.NumberFormat(strings.language, { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat(strings.language, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** Whole milliseconds without their unit, which stands in the header; a dash for none. */
export function formatMs(ms: number | null): string {
  return ms === null ? "–" : format.format(ms);
}

/** A duration with its unit, where there is no header to say it: 0.4 ms, 340 ms, 12.4 s. */
export function formatDuration(ms: number | null): string {
  if (ms === null) return "–";
  if (ms > 0 && ms < 10) return `${tenths.format(ms)}\u00a0ms`;
  return ms < 1_000 ? `${format.format(ms)}\u00a0ms` : `${tenths.format(ms / 1_000)}\u00a0s`;
}
