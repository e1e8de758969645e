import "server-only";
import { denseFeatures, type Evidence } from "./dense-features";
import type { LinearModel } from "./linear-model";
import { scanNgrams } from "./ngrams";
import { closeUpsOf, type Window, windowsOf } from "./windows";

export type ScoredWindow = Window & {
  /** How sure the model is that the window is an attack, 0 to 1. */
  readonly score: number;
};

/** Keeps the n-grams of very short texts from weighing too much. */
export const ngramPrior = 40;

/** How far, in log-odds, n-grams are believed when they speak for or against an attack, and how much beyond. */
const believed = { for: 3.5, against: -3 };
const beyondShare = 0.3;

/**
 * What n-grams say, in log-odds: they know the sources they learned from, and what a rule or pattern also sees is what
 * carries over to others, so they do not suffice alone, nor do harmless words beside an attack excuse it.
 */
export function believeNgrams(logOdds: number): number {
  const near = Math.max(believed.against, Math.min(believed.for, logOdds));
  return near + (logOdds - near) * beyondShare;
}

/** Rules from this weight on are worth a closer look. */
const tellingWeight = 0.6;

/** Judges a view in overlapping windows. O(length): n-grams are looked up once and summed as prefix sums. */
export function scoreWindows(model: LinearModel, evidence: Evidence): ScoredWindow[] {
  const { text } = evidence;
  const sums = new Int32Array(text.length + 1);
  const counts = new Int32Array(text.length + 1);
  scanNgrams(text, (bucket, position) => {
    sums[position + 1] = (sums[position + 1] ?? 0) + (model.buckets[bucket] ?? 0);
    counts[position + 1] = (counts[position + 1] ?? 0) + 1;
  });
  for (let index = 1; index <= text.length; index++) {
    sums[index] = (sums[index] ?? 0) + (sums[index - 1] ?? 0);
    counts[index] = (counts[index] ?? 0) + (counts[index - 1] ?? 0);
  }
  const telling = evidence.hits.filter(({ weight }) => weight >= tellingWeight);
  const windows = [...windowsOf(text.length), ...closeUpsOf(text.length, telling)];
  return windows.map(({ start, end }) => {
    const weight = ((sums[end] ?? 0) - (sums[start] ?? 0)) * model.scale;
    const count = (counts[end] ?? 0) - (counts[start] ?? 0);
    let logit = model.bias + believeNgrams(weight / Math.sqrt(count + ngramPrior));
    const dense = denseFeatures(evidence, start, end);
    for (let index = 0; index < dense.length; index++)
      logit += (dense[index] ?? 0) * (model.dense[index] ?? 0);
    return { start, end, score: 1 / (1 + Math.exp(-logit)) };
  });
}
