import { denseFeatures, type Evidence } from "@/lib/guards/input/classifier/dense-features";
import { gatherEvidence } from "@/lib/guards/input/classifier/gather-evidence";
import { findGibberish } from "@/lib/guards/input/classifier/gibberish";
import { scanNgrams } from "@/lib/guards/input/classifier/ngrams";
import { ngramPrior } from "@/lib/guards/input/classifier/score-windows";
import { type Window, windowsOf } from "@/lib/guards/input/classifier/windows";
import { foldText } from "@/lib/guards/input/views/fold-text";
import { unmapped } from "@/lib/guards/input/views/mapped-text";

/** One window of one text, ready to learn from. */
export type TrainingExample = {
  readonly label: 0 | 1;
  readonly weight: number;
  /** Each bucket once. */
  readonly buckets: Int32Array;
  /** What each of them counts: the more there are, the less. */
  readonly value: number;
  readonly dense: Float32Array;
};

/**
 * The windows of a text as examples. Those of an attack share its weight, for it may stand in one of them; of a good
 * text every window has to be good, so each weighs in full.
 */
export function toExamples(
  text: string,
  label: 0 | 1,
  weight: number,
  maxWindows: number,
): TrainingExample[] {
  const folded = foldText(unmapped(text));
  const evidence = gatherEvidence({ text: folded.text, unbounded: false }, findGibberish(text).score);
  const windows = spread(windowsOf(folded.text.length), maxWindows);
  return windows.map((window) =>
    toExample(evidence, window, label, label === 0 ? weight : weight / windows.length),
  );
}

function toExample(
  evidence: Evidence,
  { start, end }: Window,
  label: 0 | 1,
  weight: number,
): TrainingExample {
  const seen = new Set<number>();
  scanNgrams(evidence.text.slice(start, end), (bucket) => seen.add(bucket));
  return {
    label,
    weight,
    buckets: Int32Array.from(seen),
    value: 1 / Math.sqrt(seen.size + ngramPrior),
    dense: denseFeatures(evidence, start, end),
  };
}

function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return all.filter(
    (_, index) => Math.floor((index * most) / all.length) !== Math.floor(((index - 1) * most) / all.length),
  );
}
