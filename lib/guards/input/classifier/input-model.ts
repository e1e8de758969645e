import "server-only";
import { denseFeatureNames } from "./dense-features";
import { type LinearModel, unpackModel } from "./linear-model";
import { weights } from "./weights";

let model: LinearModel | null = null;

/** The weights that ship, unpacked once, on first use. Throws when they belong to other features. */
export function inputModel(): LinearModel {
  model ??= unpackModel(weights, denseFeatureNames);
  return model;
}
