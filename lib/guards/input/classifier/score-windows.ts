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
export const ngramPrior = 12;

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
  const said = sumBySteps(model, text, windowStep);
  const telling = evidence.hits.filter(({ weight }) => weight >= tellingWeight);
  const closeUps = closeUpsOf(text.length, telling);
  return [
    ...windows.map((window, index) =>
      scoreWindow(model, evidence, window, said.weights[index] ?? 0, said.counts[index] ?? 0),
    ),
    ...closeUps.map((window) => scoreCloseUp(model, evidence, window)),
  ];
}

function scoreWindow(
  model: LinearModel,
  evidence: Evidence,
  { start, end }: Window,
  weights: number,
  count: number,
): ScoredWindow {
  let logit = model.bias + believeNgrams((weights * model.scale) / Math.sqrt(count + ngramPrior));
  const dense = denseFeatures(evidence, start, end);
  for (let index = 0; index < dense.length; index++) logit += (dense[index] ?? 0) * (model.dense[index] ?? 0);
  return { start, end, score: 1 / (1 + Math.exp(-logit)) };
}

function scoreCloseUp(model: LinearModel, evidence: Evidence, window: Window): ScoredWindow {
  const said = sumBySteps(model, evidence.text.slice(window.start, window.end), Number.POSITIVE_INFINITY);
  return scoreWindow(model, evidence, window, said.weights[0] ?? 0, said.counts[0] ?? 0);
}

/** In which step each bucket was last seen, counted on from text to text, so that nothing has to be cleared. */
const lastSeen = new Uint16Array(bucketCount);
const lastStep = 65_535;
/** Where the next text's steps start: 0, never seen, and the last text's are older than both steps of a window. */
let origin = 2;

type Sums = { readonly weights: Float64Array; readonly counts: Int32Array };

/**
 * The weights of the different n-grams of each window, and how many they are. Windows start `stepLength` after one another
 * and are two steps long; an n-gram counts where it did not stand earlier in the window.
 */
function sumBySteps(model: LinearModel, text: string, stepLength: number): Sums {
  const { buckets } = model;
  const steps = Math.floor(text.length / stepLength) + 1;
  const sums = { weights: new Float64Array(steps), counts: new Int32Array(steps) };
  if (origin > lastStep) forget(0);
  let step = 0;
  let nextStep = stepLength;
  scanNgrams(text, (bucket, position) => {
    if (position >= nextStep) {
      step = Math.floor(position / stepLength);
      nextStep = (step + 1) * stepLength;
      if (origin + step > lastStep) forget(step);
    }
    const now = origin + step;
    const before = lastSeen[bucket] ?? 0;
    if (before >= now) return;
    lastSeen[bucket] = now;
    const weight = buckets[bucket] ?? 0;
    add(sums, step, weight);
    if (before < now - 1 && step > 0) add(sums, step - 1, weight);
  });
  origin += steps + 1;
  return sums;
}

function add({ weights, counts }: Sums, window: number, weight: number): void {
  weights[window] = (weights[window] ?? 0) + weight;
  counts[window] = (counts[window] ?? 0) + 1;
}

/** Counts on from the lowest number at a step. Only what stood right before it in the same text is seen anew. */
function forget(step: number): void {
  lastSeen.fill(0);
  origin = 2 - step;
}
