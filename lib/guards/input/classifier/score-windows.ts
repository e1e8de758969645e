import "server-only";
import { denseFeatures, type Evidence } from "./dense-features";
import type { LinearModel } from "./linear-model";
import { bucketCount, scanNgrams } from "./ngrams";
import { closeUpsOf, type Window, windowStep, windowsOf } from "./windows";

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

/**
 * Judges a view in overlapping windows. O(length): n-grams are looked up once. One that a window holds often counts once,
 * so what is repeated does not grow louder.
 */
export function scoreWindows(model: LinearModel, evidence: Evidence): ScoredWindow[] {
  const { text } = evidence;
  const windows = windowsOf(text.length);
  const said = sumByWindow(model, text, windows.length);
  const telling = evidence.hits.filter(({ weight }) => weight >= tellingWeight);
  const closeUps = closeUpsOf(text.length, telling);
  return [
    ...windows.map((window, index) => scoreWindow(model, evidence, window, said[index] ?? nothing)),
    ...closeUps.map((window) =>
      scoreWindow(model, evidence, window, sumOf(model, text.slice(window.start, window.end))),
    ),
  ];
}

/** The weights of different n-grams, and how many they are. */
type Sum = { weights: number; count: number };

const nothing: Readonly<Sum> = { weights: 0, count: 0 };

function scoreWindow(
  model: LinearModel,
  evidence: Evidence,
  { start, end }: Window,
  { weights, count }: Readonly<Sum>,
): ScoredWindow {
  let logit = model.bias + believeNgrams((weights * model.scale) / Math.sqrt(count + ngramPrior));
  const dense = denseFeatures(evidence, start, end);
  for (let index = 0; index < dense.length; index++) logit += (dense[index] ?? 0) * (model.dense[index] ?? 0);
  return { start, end, score: 1 / (1 + Math.exp(-logit)) };
}

/** Where each bucket was last seen, counted on from text to text, so that nothing has to be cleared. */
const lastSeen = new Int32Array(bucketCount).fill(-1);
const farthest = 2 ** 30;
let origin = 0;

/** What each window says. A place lies in two of them; an n-gram counts where it did not stand earlier in the window. */
function sumByWindow(model: LinearModel, text: string, windows: number): Sum[] {
  if (origin + text.length >= farthest) {
    lastSeen.fill(-1);
    origin = 0;
  }
  const sums = Array.from({ length: windows }, (): Sum => ({ weights: 0, count: 0 }));
  scanNgrams(text, (bucket, position) => {
    const previous = (lastSeen[bucket] ?? -1) - origin;
    lastSeen[bucket] = origin + position;
    const weight = model.buckets[bucket] ?? 0;
    const latest = Math.floor(position / windowStep);
    if (previous < latest * windowStep) add(sums[latest], weight);
    if (previous < (latest - 1) * windowStep) add(sums[latest - 1], weight);
  });
  origin += text.length;
  return sums;
}

function add(sum: Sum | undefined, weight: number): void {
  if (sum === undefined) return;
  sum.weights += weight;
  sum.count++;
}

function sumOf(model: LinearModel, text: string): Sum {
  const seen = new Set<number>();
  scanNgrams(text, (bucket) => seen.add(bucket));
  let weights = 0;
  for (const bucket of seen) weights += model.buckets[bucket] ?? 0;
  return { weights, count: seen.size };
}
