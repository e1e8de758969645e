import "server-only";
import { denseFeatures, type Evidence } from "./dense-features";
import type { LinearModel } from "./linear-model";
import { bucketCount, scanNgrams } from "./ngrams";
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

/**
 * Judges a view in overlapping windows. O(length): n-grams are looked up once. One that a window holds often counts once,
 * so what is repeated does not grow louder.
 */
export function scoreWindows(model: LinearModel, evidence: Evidence): ScoredWindow[] {
  const { text } = evidence;
  const ngrams = findNgrams(text);
  const telling = evidence.hits.filter(({ weight }) => weight >= tellingWeight);
  const windows = [...windowsOf(text.length), ...closeUpsOf(text.length, telling)];
  return windows.map(({ start, end }) => {
    const { sum, count } = sumDistinct(model, ngrams, start, end);
    let logit = model.bias + believeNgrams((sum * model.scale) / Math.sqrt(count + ngramPrior));
    const dense = denseFeatures(evidence, start, end);
    for (let index = 0; index < dense.length; index++)
      logit += (dense[index] ?? 0) * (model.dense[index] ?? 0);
    return { start, end, score: 1 / (1 + Math.exp(-logit)) };
  });
}

/** The n-grams of a text in order of where they begin: parallel arrays, of which the first `count` entries are filled. */
type Ngrams = { readonly buckets: Int32Array; readonly positions: Int32Array; readonly count: number };

function findNgrams(text: string): Ngrams {
  let buckets = new Int32Array(text.length * 2 + 16);
  let positions = new Int32Array(buckets.length);
  let count = 0;
  scanNgrams(text, (bucket, position) => {
    if (count === buckets.length) {
      buckets = grown(buckets);
      positions = grown(positions);
    }
    buckets[count] = bucket;
    positions[count++] = position;
  });
  return { buckets, positions, count };
}

function grown(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}

/** The stretch each bucket was last seen in, by number; small, because what costs time is to fetch it. */
const seenIn = new Uint16Array(bucketCount);
const lastStretch = 65_535;
let stretch = 0;

function nextStretch(): number {
  if (stretch === lastStretch) {
    seenIn.fill(0);
    stretch = 0;
  }
  return ++stretch;
}

function sumDistinct(
  model: LinearModel,
  { buckets, positions, count: all }: Ngrams,
  start: number,
  end: number,
): { readonly sum: number; readonly count: number } {
  const current = nextStretch();
  const last = firstAt(positions, all, end);
  let sum = 0;
  let count = 0;
  for (let index = firstAt(positions, all, start); index < last; index++) {
    const bucket = buckets[index] ?? 0;
    if (seenIn[bucket] === current) continue;
    seenIn[bucket] = current;
    sum += model.buckets[bucket] ?? 0;
    count++;
  }
  return { sum, count };
}

/** The first of `count` ascending positions that is not before `start`. */
function firstAt(positions: Int32Array, count: number, start: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
