import "server-only";
import { z } from "zod";
import { type Env, EnvError, getEnv } from "@/lib/config/env";
import { transformerLabels } from "@/lib/config/guardrails-input";
import { transformerModel } from "@/lib/config/models";
import { prices } from "@/lib/config/prices";
import { callJudgeService, type JudgeCall } from "./call-judge-service";
import type { CalledSpec } from "./model-spec";
import { parsePrice } from "./price";

const MAX_LABELS = 64;

const predictionSchema = z.object({
  label: z
    .string()
    .toUpperCase()
    .pipe(z.enum([...transformerLabels.attack, ...transformerLabels.harmless])),
  score: z.number().min(0).max(1),
});

/** A label of the configuration, and how sure the model is of it, from 0 to 1. */
export type Prediction = z.infer<typeof predictionSchema>;

/** Servers differ in whether the answer for a single text stands in a list of answers. */
const answerSchema = z.preprocess(
  (answer) => (Array.isArray(answer) && answer.length === 1 && Array.isArray(answer[0]) ? answer[0] : answer),
  z.array(predictionSchema).min(1).max(MAX_LABELS),
);

/** The classifier's address and key, or the sentence that says what is missing. */
export function resolveClassifier(env: Env): { url: string; key: string | undefined } | string {
  const { TRANSFORMER_JUDGE_URL: base, TRANSFORMER_JUDGE_KEY: key } = env;
  if (base === undefined) return "The transformer needs TRANSFORMER_JUDGE_URL.";
  return { url: `${base.replace(/\/+$/, "")}/predict`, key };
}

/**
 * What a text-classification server makes of a text, in the protocol of Hugging Face's text-embeddings-inference
 * (`router/src/http/types.rs` there). It is on record like any other call; it costs nothing.
 * @throws Error when there is no address, the call fails, or the answer can't be read or names an unknown label
 */
export async function classify(text: string, call: JudgeCall): Promise<readonly Prediction[]> {
  const resolved = resolveClassifier(getEnv());
  if (typeof resolved === "string") throw new EnvError([resolved]);
  const service = { ...resolved, spec: getSpec(), schema: answerSchema, modelAnswered: () => null };
  return callJudgeService(service, { inputs: text, truncate: true }, call);
}

function getSpec(): CalledSpec {
  const price = prices[transformerModel.id];
  if (price === undefined) throw new Error(`lib/config/prices.ts has no price of ${transformerModel.id}.`);
  return { ...transformerModel, provider: "transformer", model: "classifier", price: parsePrice(price) };
}
