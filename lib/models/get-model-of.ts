import "server-only";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { createModel } from "./create-model";
import type { ModelSpec } from "./model-spec";

const made = new WeakMap<ModelSpec, LanguageModelV4>();

/** The model of a spec, made once: the schemas that its provider reads answers with are compiled for each model. */
export function getModelOf(spec: ModelSpec): LanguageModelV4 {
  const model = made.get(spec) ?? createModel(spec);
  made.set(spec, model);
  return model;
}
