import { strings } from "@/lib/config/strings";
import type { Bucket, Overview, Totals } from "@/lib/protocol/review/overview";
import { formatCost, formatTurnCost } from "./format-cost";
import { formatCompact, formatShare } from "./format-count";
import { formatDuration } from "./format-ms";
import { StatCard } from "./stat-card";

const words = strings.admin.overview.figures;

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
    label: words.turns,
    show: ({ turns }) => formatCompact(turns),
    amount: ({ turns }) => turns,
    course: ({ turns }) => turns,
  },
  {
    label: words.people,
    show: ({ people }) => formatCompact(people),
    amount: ({ people }) => people,
    course: none,
  },
  {
    label: words.cost,
    show: ({ costNanos }) => formatCost(costNanos),
    // For the change in percent and the drawing only.
    amount: ({ costNanos }) => Number(costNanos),
    course: ({ costNanos }) => Number(costNanos),
  },
  {
    label: words.costPerTurn,
    show: ({ costNanos, turns }) => (turns === 0 ? "–" : `$${formatTurnCost(costNanos / BigInt(turns))}`),
    amount: ({ costNanos, turns }) => share(Number(costNanos), turns),
    course: ({ costNanos, turns }) => share(Number(costNanos), turns),
  },
  {
    label: words.tokens,
    show: ({ tokens }) => formatCompact(tokens),
    amount: ({ tokens }) => tokens,
    course: ({ tokens }) => tokens,
  },
  {
    label: words.errors,
    show: ({ errors, turns }) => formatShare(errors, turns),
    amount: ({ errors, turns }) => share(errors, turns),
    course: ({ errors, turns }) => share(errors, turns),
  },
  {
    label: words.fallbacks,
    show: ({ fallbacks, turns }) => `${formatCompact(fallbacks)} · ${formatShare(fallbacks, turns)}`,
    amount: ({ fallbacks }) => fallbacks,
    course: ({ fallbacks }) => fallbacks,
  },
  {
    label: words.blocks,
    show: ({ blocks, turns }) => `${formatCompact(blocks)} · ${formatShare(blocks, turns)}`,
    amount: ({ blocks }) => blocks,
    course: ({ blocks }) => blocks,
  },
  {
    label: words.firstToken,
    show: (totals) =>
      `${formatDuration(totals.firstContentMsP50)} · ${formatDuration(totals.firstContentMsP95)}`,
    amount: ({ firstContentMsP50 }) => firstContentMsP50,
    course: ({ firstContentMsP50 }) => firstContentMsP50,
  },
  {
    label: words.whole,
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
