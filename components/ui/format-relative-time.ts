import { strings } from "@/lib/config/strings";

const steps = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3600 },
  { unit: "minute", seconds: 60 },
] as const;

/** A distance from now as people say it: "3 hours ago", "in 2 days"; less than a minute is "now". */
export function formatRelativeTime(distanceMs: number): string {
  const seconds = distanceMs / 1000;
  const format = new Intl.RelativeTimeFormat(strings.language, { numeric: "auto" });
  const step = steps.find((candidate) => Math.abs(seconds) >= candidate.seconds);
  return step === undefined
    ? format.format(0, "second")
    : format.format(Math.trunc(seconds / step.seconds), step.unit);
}
