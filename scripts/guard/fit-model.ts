import {
  denseFeatureNames,
  denseFeatures,
  type Evidence,
} from "@/lib/guards/input/classifier/dense-features";
import { gatherEvidence } from "@/lib/guards/input/classifier/gather-evidence";
import { findGibberish } from "@/lib/guards/input/classifier/gibberish";
import type { LinearModel } from "@/lib/guards/input/classifier/linear-model";
import { bucketCount, scanNgrams } from "@/lib/guards/input/classifier/ngrams";
import { ngramPrior } from "@/lib/guards/input/classifier/score-windows";
import { type Window, windowsOf } from "@/lib/guards/input/classifier/windows";
import { foldText } from "@/lib/guards/input/views/fold-text";
import { unmapped } from "@/lib/guards/input/views/mapped-text";
import { seededRandom } from "./generate/expand";

/** One window of one text, ready to learn from. */
export type TrainingExample = {
  readonly label: 0 | 1;
  readonly weight: number;
  readonly buckets: Int32Array;
  /** Count of each bucket, divided by the root of all. */
  readonly values: Float32Array;
  readonly dense: Float32Array;
};

/** The windows of a text as examples that share its weight. */
export function toExamples(
  text: string,
  label: 0 | 1,
  weight: number,
  maxWindows: number,
): TrainingExample[] {
  const folded = foldText(unmapped(text));
  const evidence = gatherEvidence({ text: folded.text, unbounded: false }, findGibberish(text).score);
  const windows = spread(windowsOf(folded.text.length), maxWindows);
  return windows.map((window) => toExample(evidence, window, label, weight / windows.length));
}

function toExample(
  evidence: Evidence,
  { start, end }: Window,
  label: 0 | 1,
  weight: number,
): TrainingExample {
  const counts = new Map<number, number>();
  let total = 0;
  scanNgrams(evidence.text.slice(start, end), (bucket) => {
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    total++;
  });
  const norm = 1 / Math.sqrt(total + ngramPrior);
  return {
    label,
    weight,
    buckets: Int32Array.from(counts.keys()),
    values: Float32Array.from(counts.values(), (count) => count * norm),
    dense: denseFeatures(evidence, start, end),
  };
}

function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return all.filter(
    (_, index) => Math.floor((index * most) / all.length) !== Math.floor(((index - 1) * most) / all.length),
  );
}

export type FitSettings = {
  readonly epochs: number;
  readonly rate: number;
  /** Pull of every weight towards zero, per step. */
  readonly bucketDecay: number;
  readonly denseDecay: number;
  readonly seed: number;
  /** Share of examples whose n-grams are hidden, so that the rules learn to stand alone in unseen languages. */
  readonly ngramDropout: number;
};

export const fitSettings: FitSettings = {
  epochs: 8,
  rate: 0.25,
  bucketDecay: 3e-5,
  denseDecay: 2e-5,
  seed: 11,
  ngramDropout: 0.25,
};

/** Logistic regression by AdaGrad with decay, averaged over the last epochs, rounded to int8. */
export function fitModel(
  examples: readonly TrainingExample[],
  settings: FitSettings = fitSettings,
): LinearModel {
  const random = seededRandom(settings.seed);
  const size = denseFeatureNames.length;
  const weights = new Float32Array(bucketCount);
  const squares = new Float32Array(bucketCount).fill(0.1);
  const averaged = new Float64Array(bucketCount);
  const dense = new Float64Array(size + 1);
  const denseSquares = new Float64Array(size + 1).fill(1);
  const denseAveraged = new Float64Array(size + 1);
  const order = Int32Array.from(examples, (_, index) => index);
  let averagedEpochs = 0;
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      const hidden = random() < settings.ngramDropout;
      step(example, hidden, { weights, squares, dense, denseSquares }, settings);
    }
    if (epoch < settings.epochs / 2) continue;
    averagedEpochs++;
    for (let index = 0; index < bucketCount; index++)
      averaged[index] = (averaged[index] ?? 0) + (weights[index] ?? 0);
    for (let index = 0; index <= size; index++)
      denseAveraged[index] = (denseAveraged[index] ?? 0) + (dense[index] ?? 0);
  }
  return round(averaged, denseAveraged, averagedEpochs);
}

type State = {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly dense: Float64Array;
  readonly denseSquares: Float64Array;
};

function step(example: TrainingExample, hidden: boolean, state: State, settings: FitSettings): void {
  const { weights, squares, dense, denseSquares } = state;
  const last = dense.length - 1;
  let logit = dense[last] ?? 0;
  for (let index = 0; index < last; index++) logit += (dense[index] ?? 0) * (example.dense[index] ?? 0);
  if (!hidden)
    for (let index = 0; index < example.buckets.length; index++)
      logit += (weights[example.buckets[index] ?? 0] ?? 0) * (example.values[index] ?? 0);
  const error = (1 / (1 + Math.exp(-logit)) - example.label) * example.weight;
  for (let index = 0; index <= last; index++) {
    const value = index === last ? 1 : (example.dense[index] ?? 0);
    if (value === 0) continue;
    const gradient = error * value + settings.denseDecay * (dense[index] ?? 0);
    denseSquares[index] = (denseSquares[index] ?? 0) + gradient * gradient;
    dense[index] = (dense[index] ?? 0) - (settings.rate * gradient) / Math.sqrt(denseSquares[index] ?? 1);
  }
  if (hidden) return;
  for (let index = 0; index < example.buckets.length; index++) {
    const bucket = example.buckets[index] ?? 0;
    const gradient = error * (example.values[index] ?? 0) + settings.bucketDecay * (weights[bucket] ?? 0);
    squares[bucket] = (squares[bucket] ?? 0) + gradient * gradient;
    weights[bucket] = (weights[bucket] ?? 0) - (settings.rate * gradient) / Math.sqrt(squares[bucket] ?? 1);
  }
}

function round(averaged: Float64Array, denseAveraged: Float64Array, epochs: number): LinearModel {
  // The few largest weights would make all others coarse: they are cut at the 99.99th percentile.
  const sizes = Float64Array.from(averaged, (weight) => Math.abs(weight) / epochs).sort();
  const largest = sizes[Math.floor(sizes.length * 0.9999)] ?? 1;
  const scale = Math.max(largest, 1e-6) / 127;
  const buckets = Int8Array.from(averaged, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / epochs / scale))),
  );
  const last = denseAveraged.length - 1;
  return {
    bias: (denseAveraged[last] ?? 0) / epochs,
    buckets,
    scale,
    dense: Float32Array.from(denseAveraged.subarray(0, last), (weight) => weight / epochs),
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
}
