import "server-only";
import { bucketCount } from "./ngrams";

/** A linear model over hashed n-grams and dense features. */
export type LinearModel = {
  readonly bias: number;
  /** One weight per bucket; what counts is `weight × scale`. */
  readonly buckets: Int8Array;
  readonly scale: number;
  readonly dense: Float32Array;
};

/** A model as it is stored: `buckets` in base64. */
export type StoredModel = {
  readonly bias: number;
  readonly scale: number;
  /** By feature name, so that a changed list of features is noticed. */
  readonly dense: Readonly<Record<string, number>>;
  readonly buckets: string;
};

/** Unpacks a stored model. Throws when it was trained with other features than the code has. */
export function unpackModel(stored: StoredModel, featureNames: readonly string[]): LinearModel {
  const buckets = new Int8Array(Buffer.from(stored.buckets, "base64"));
  const names = Object.keys(stored.dense);
  if (buckets.length !== bucketCount || names.join() !== featureNames.join())
    throw new Error("the weights of the input guard belong to other features: train them again");
  const dense = Float32Array.from(featureNames, (name) => stored.dense[name] ?? 0);
  return { bias: stored.bias, buckets, scale: stored.scale, dense };
}
