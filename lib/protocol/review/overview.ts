/** Periods that the overview knows; days begin at midnight UTC, as quotas do. */
export const periodNames = ["today", "7d", "30d"] as const;

export type PeriodName = (typeof periodNames)[number];

/** What happened in a period. Money is nano-dollars; times are null when nothing was answered. */
export type Totals = {
  readonly turns: number;
  readonly people: number;
  readonly costNanos: bigint;
  readonly tokens: number;
  /** Turns that failed or broke off. */
  readonly errors: number;
  readonly fallbacks: number;
  /** Turns in which a guard refused the question, or ended the answer. */
  readonly blocks: number;
  readonly firstContentMsP50: number | null;
  readonly firstContentMsP95: number | null;
  readonly durationMsP50: number | null;
  readonly durationMsP95: number | null;
};

/** What happened in one hour or day. */
export type Bucket = Pick<Totals, "turns" | "errors" | "fallbacks" | "blocks" | "costNanos" | "tokens"> & {
  readonly start: Date;
  readonly firstContentMsP50: number | null;
  readonly firstContentMsP95: number | null;
};

/** One line of a breakdown: a feature, a model, a plan, a person. */
export type Share = {
  readonly key: string;
  readonly label: string;
  /** Calls of a feature or a model; turns of a plan or a person. */
  readonly count: number;
  readonly errors: number;
  readonly tokens: number;
  readonly costNanos: bigint;
};

export type ModelShare = Share & {
  readonly firstContentMsP50: number | null;
  readonly durationMsP95: number | null;
};

export type Overview = {
  readonly period: PeriodName;
  readonly from: Date;
  readonly to: Date;
  readonly bucket: "hour" | "day";
  readonly now: Totals;
  readonly before: Totals;
  readonly buckets: readonly Bucket[];
  readonly byFeature: readonly Share[];
  readonly byModel: readonly ModelShare[];
  readonly byPlan: readonly Share[];
  readonly byUser: readonly Share[];
};
