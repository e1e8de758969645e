import { denseFeatureNames } from "@/lib/guards/input/classifier/dense-features";
import type { LinearModel } from "@/lib/guards/input/classifier/linear-model";
import { bucketCount } from "@/lib/guards/input/classifier/ngrams";
import { believeNgrams } from "@/lib/guards/input/classifier/score-windows";
import { seededRandom } from "./generate/expand";
import type { TrainingExample } from "./to-examples";

type FitSettings = {
  readonly epochs: number;
  readonly rate: number;
  /** Pull of every weight towards zero, per step. */
  readonly bucketDecay: number;
  readonly denseDecay: number;
  /** Of the pairs of concepts: there are many, and each rare one would be believed too much. */
  readonly pairDecay: number;
  readonly seed: number;
  /** Log-odds added to every verdict, so that the configured threshold flags 0.2 % of good plain rows. */
  readonly shift: number;
};

export const fitSettings: FitSettings = {
  epochs: 8,
  rate: 0.25,
  bucketDecay: 5e-4,
  denseDecay: 2e-5,
  pairDecay: 0.01,
  seed: 11,
  shift: 0.1,
};

/** A rule or pattern never speaks for innocence: that others beside it said enough is no reason to doubt it. */
const neverNegative = denseFeatureNames.map((name) => /^(?:rule|pattern|says):/.test(name));

const isPair = denseFeatureNames.map((name) => name.startsWith("pair:"));

/** Weights with the sum of their squared gradients, which slows down what has moved much (AdaGrad). */
type Slow = {
  readonly weights: Float64Array;
  readonly squares: Float64Array;
  readonly decayOf: (index: number) => number;
};

/** Logistic regression by AdaGrad with decay, averaged over the second half of the epochs, rounded to int8. */
export function fitModel(
  examples: readonly TrainingExample[],
  settings: FitSettings = fitSettings,
): LinearModel {
  const random = seededRandom(settings.seed);
  const size = denseFeatureNames.length + 1;
  const buckets = slow(bucketCount, 0.1, () => settings.bucketDecay);
  const dense = slow(size, 1, (index) => (isPair[index] ? settings.pairDecay : settings.denseDecay));
  const averaged = { buckets: new Float64Array(bucketCount), dense: new Float64Array(size), epochs: 0 };
  const order = Int32Array.from(examples, (_, index) => index);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example !== undefined) step(example, buckets, dense, settings.rate);
    }
    if (epoch < settings.epochs / 2) continue;
    averaged.epochs++;
    addTo(averaged.buckets, buckets.weights);
    addTo(averaged.dense, dense.weights);
  }
  const model = round(averaged.buckets, averaged.dense, averaged.epochs);
  return { ...model, bias: model.bias + settings.shift };
}

function slow(size: number, square: number, decayOf: Slow["decayOf"]): Slow {
  return { weights: new Float64Array(size), squares: new Float64Array(size).fill(square), decayOf };
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (values[index] ?? 0);
}

/** One example: its n-grams, its dense features, and the bias, which is the last dense weight. */
function step(example: TrainingExample, buckets: Slow, dense: Slow, rate: number): void {
  const bias = dense.weights.length - 1;
  const ngrams = example.buckets.length;
  let logit = dense.weights[bias] ?? 0;
  for (let index = 0; index < bias; index++)
    logit += (dense.weights[index] ?? 0) * (example.dense[index] ?? 0);
  let fromNgrams = 0;
  for (let index = 0; index < ngrams; index++)
    fromNgrams += (buckets.weights[example.buckets[index] ?? 0] ?? 0) * example.value;
  logit += believeNgrams(fromNgrams);
  const error = (1 / (1 + Math.exp(-logit)) - example.label) * example.weight;
  move(dense, bias, error, rate);
  moveDense(dense, example.dense, error, rate);
  // Beyond what is believed they only have to come back, never to grow.
  const beyond = fromNgrams - believeNgrams(fromNgrams);
  if (beyond * error < 0) return;
  for (let index = 0; index < ngrams; index++)
    move(buckets, example.buckets[index] ?? 0, error * example.value, rate);
}

function moveDense(dense: Slow, values: Float32Array, error: number, rate: number): void {
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    if (value === 0) continue;
    move(dense, index, error * value, rate);
    if (neverNegative[index] && (dense.weights[index] ?? 0) < 0) dense.weights[index] = 0;
  }
}

function move({ weights, squares, decayOf }: Slow, index: number, slope: number, rate: number): void {
  const weight = weights[index] ?? 0;
  const gradient = slope + decayOf(index) * weight;
  const square = (squares[index] ?? 0) + gradient * gradient;
  squares[index] = square;
  weights[index] = weight - (rate * gradient) / Math.sqrt(square);
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
