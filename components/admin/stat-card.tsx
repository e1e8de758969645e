import { strings } from "@/lib/config/strings";
import { Sparkline } from "./sparkline";

type StatCardProps = {
  label: string;
  value: string;
  /** The same figure of the period before. */
  before: string;
  /** Both as numbers, for saying by how much it changed; null where there was nothing. */
  change: readonly [now: number | null, before: number | null];
  course: readonly (number | null)[];
};

export function StatCard({ label, value, before, change, course }: StatCardProps) {
  const difference = describeChange(...change);
  return (
    <div className="flex min-w-0 flex-col rounded-xl border bg-card p-3.5">
      <dt className="text-muted-foreground text-sm">{label}</dt>
      <dd className="mt-0.5 flex grow flex-col">
        <span className="font-semibold text-xl tabular-nums tracking-tight">{value}</span>
        <span className="mb-2 flex flex-wrap gap-x-1.5 text-muted-foreground text-xs tabular-nums">
          {difference !== null && <span>{difference}</span>}
          <span>{strings.admin.overview.before(before)}</span>
        </span>
        <span className="mt-auto block">
          <Sparkline values={course} />
        </span>
      </dd>
    </div>
  );
}

function describeChange(now: number | null, before: number | null): string | null {
  if (now === null || before === null || before === 0) return null;
  const change = Math.round((now / before - 1) * 100);
  if (change === 0) return "±0%";
  return `${change > 0 ? "+" : "−"}${Math.abs(change).toLocaleString(strings.language)}%`;
}
