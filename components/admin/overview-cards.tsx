import type { Bucket, Overview, Totals } from "@/lib/protocol/review/overview";
import { formatCost, formatTurnCost } from "./format-cost";
import { formatCompact, formatShare } from "./format-count";
import { formatDuration } from "./format-ms";
import { StatCard } from "./stat-card";

type Figure = {
  readonly label: string;
  readonly show: (totals: Totals) => string;
  readonly amount: (totals: Totals) => number | null;
  readonly course: (bucket: Bucket) => number | null;
};

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
const none = () => null;

const figures: readonly Figure[] = [
  {
    label: "Turns",
    show: ({ turns }) => formatCompact(turns),
    amount: ({ turns }) => turns,
    course: ({ turns }) => turns,
  },
  {
    label: "People",
    show: ({ people }) => formatCompact(people),
    amount: ({ people }) => people,
    course: none,
  },
  {
    label: "Cost",
    show: ({ costNanos }) => formatCost(costNanos),
    // For the change in percent and the drawing only.
    amount: ({ costNanos }) => Number(costNanos),
    course: ({ costNanos }) => Number(costNanos),
  },
  {
    label: "Cost per turn",
    show: ({ costNanos, turns }) => (turns === 0 ? "–" : `$${formatTurnCost(costNanos / BigInt(turns))}`),
    amount: ({ costNanos, turns }) => share(Number(costNanos), turns),
    course: ({ costNanos, turns }) => share(Number(costNanos), turns),
  },
  {
    label: "Tokens",
    show: ({ tokens }) => formatCompact(tokens),
    amount: ({ tokens }) => tokens,
    course: ({ tokens }) => tokens,
  },
  {
    label: "Error rate",
    show: ({ errors, turns }) => formatShare(errors, turns),
    amount: ({ errors, turns }) => share(errors, turns),
    course: ({ errors, turns }) => share(errors, turns),
  },
  {
    label: "Fallbacks",
    show: ({ fallbacks, turns }) => `${formatCompact(fallbacks)} · ${formatShare(fallbacks, turns)}`,
    amount: ({ fallbacks }) => fallbacks,
    course: ({ fallbacks }) => fallbacks,
  },
  {
    label: "Blocks",
    show: ({ blocks, turns }) => `${formatCompact(blocks)} · ${formatShare(blocks, turns)}`,
    amount: ({ blocks }) => blocks,
    course: ({ blocks }) => blocks,
  },
  {
    label: "First token, p50 · p95",
    show: (totals) =>
      `${formatDuration(totals.firstContentMsP50)} · ${formatDuration(totals.firstContentMsP95)}`,
    amount: ({ firstContentMsP50 }) => firstContentMsP50,
    course: ({ firstContentMsP50 }) => firstContentMsP50,
  },
  {
    label: "Whole answer, p50 · p95",
    show: (totals) => `${formatDuration(totals.durationMsP50)} · ${formatDuration(totals.durationMsP95)}`,
    amount: ({ durationMsP50 }) => durationMsP50,
    course: none,
  },
];

/** The period's figures, each beside the same of the period before. */
export function OverviewCards({ overview }: { overview: Overview }) {
  const { now, before, buckets } = overview;
  return (
    <dl className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-5">
      {figures.map(({ label, show, amount, course }) => (
        <StatCard
          key={label}
          label={label}
          value={show(now)}
          before={show(before)}
          change={[amount(now), amount(before)]}
          course={buckets.map(course)}
        />
      ))}
    </dl>
  );
}
