import "server-only";
import { readByModel, readSpending, readSpendingTotal, type Spending } from "@/lib/db/spending-report";
import {
  type BucketSize,
  type ReportScope,
  readByOwner,
  readTurnBuckets,
  readTurnTotals,
  type TurnBucket,
} from "@/lib/db/usage-report";
import type { Bucket, Overview, PeriodName, Share } from "@/lib/protocol/review/overview";
import { periodScope } from "./period-scope";

/** Lines of the breakdown by person. */
const MAX_PEOPLE = 20;
const MAX_PLANS = 20;

/** What happened in a period, beside the period of the same length before it. */
export async function loadOverview(
  tenantId: string,
  period: PeriodName,
  now: Date = new Date(),
): Promise<Overview> {
  const scope = { tenantId, ...periodScope(period, now) };
  const lengthMs = periodLengthMs[period];
  const before: ReportScope = {
    tenantId,
    from: new Date(scope.from.getTime() - lengthMs),
    to: new Date(scope.to.getTime() - lengthMs),
  };
  const bucket: BucketSize = period === "today" ? "hour" : "day";
  const [turns, turnsBefore, turnBuckets, spending, spentBefore, byModel, byPlan, byUser] = await Promise.all(
    [
      readTurnTotals(scope),
      readTurnTotals(before),
      readTurnBuckets(scope, bucket),
      readSpending(scope, bucket),
      readSpendingTotal(before),
      readByModel(scope),
      readByOwner(scope, "plan", MAX_PLANS),
      readByOwner(scope, "user_id", MAX_PEOPLE),
    ],
  );
  return {
    period,
    from: scope.from,
    to: scope.to,
    bucket,
    now: { ...turns, ...sumOf(spending) },
    before: { ...turnsBefore, ...spentBefore },
    buckets: bucketsOf(scope, bucket, turnBuckets, spending),
    byFeature: featuresOf(spending),
    ...{ byModel, byPlan, byUser },
  };
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const periodLengthMs: Readonly<Record<PeriodName, number>> = {
  today: DAY_MS,
  "7d": 7 * DAY_MS,
  "30d": 30 * DAY_MS,
};

/** Every hour or day of the period, also those in which nothing happened: a gap must look like one. */
function bucketsOf(
  { from, to }: ReportScope,
  size: BucketSize,
  turns: readonly TurnBucket[],
  spending: readonly Spending[],
): Bucket[] {
  const stepMs = size === "hour" ? HOUR_MS : DAY_MS;
  const buckets: Bucket[] = [];
  for (let startMs = from.getTime(); startMs < to.getTime(); startMs += stepMs) {
    const start = new Date(startMs);
    const found = turns.find((bucket) => bucket.start.getTime() === startMs) ?? emptyBucket;
    const spent = spending.filter((line) => line.start.getTime() === startMs);
    buckets.push({ ...found, start, ...sumOf(spent) });
  }
  return buckets;
}

const emptyBucket = {
  ...{ turns: 0, errors: 0, fallbacks: 0, blocks: 0 },
  ...{ firstContentMsP50: null, firstContentMsP95: null },
};

function featuresOf(spending: readonly Spending[]): Share[] {
  const purposes = [...new Set(spending.map(({ purpose }) => purpose))];
  return purposes
    .map((purpose) => {
      const lines = spending.filter((line) => line.purpose === purpose);
      const count = lines.reduce((sum, line) => sum + line.count, 0);
      const errors = lines.reduce((sum, line) => sum + line.errors, 0);
      return { key: purpose, label: purpose, count, errors, ...sumOf(lines) };
    })
    .sort((a, b) => (b.costNanos > a.costNanos ? 1 : -1));
}

function sumOf(lines: readonly Spending[]): { costNanos: bigint; tokens: number } {
  return {
    costNanos: lines.reduce((sum, line) => sum + line.costNanos, 0n),
    tokens: lines.reduce((sum, line) => sum + line.tokens, 0),
  };
}
