import { z } from "zod";
import { estimateInputTokens, splitTokens } from "@/scripts/provider/answer/tokens";

/** What such models read at most; the rest is cut off unread. */
const MAX_TOKENS = 512;

/** Words that anyone would try; `[label:INJECTION]` and the like are seen for certain. */
const attack =
  /\[label:INJECTION\]|\b(ignore|disregard|forget) (all |the |your )*(previous|above|earlier|prior)\b/iu;

const oneSchema = z.array(z.string()).min(1).max(2);

const bodySchema = z
  .looseObject({
    inputs: z.union([z.string(), oneSchema, z.array(oneSchema).min(1).max(32)]),
    truncate: z.boolean().nullish(),
  })
  .refine(({ inputs, truncate }) => truncate === true || readTexts(inputs).every(fits), {
    message: `must have at most ${MAX_TOKENS} tokens unless truncate is true`,
    path: ["inputs"],
  });

type Inputs = string | string[] | string[][];

/**
 * POST /predict of text-embeddings-inference: a text (or a pair of them) gets a list of labels, a batch a list of those.
 * The same text always gets the same scores.
 */
export function answerPredictions(body: unknown): { body: unknown; inputTokens: number } {
  const { inputs } = bodySchema.parse(body);
  const texts = readTexts(inputs);
  const predictions = texts.map(predict);
  return {
    inputTokens: estimateInputTokens(texts),
    body: isBatch(inputs) ? predictions : predictions[0],
  };
}

function isBatch(inputs: Inputs): inputs is string[][] {
  return Array.isArray(inputs) && Array.isArray(inputs[0]);
}

function readTexts(inputs: Inputs): string[] {
  return isBatch(inputs) ? inputs.map((one) => one.join("\n")) : [[inputs].flat().join("\n")];
}

function fits(text: string): boolean {
  return splitTokens(text).length <= MAX_TOKENS;
}

/** The likeliest label comes first. */
function predict(text: string) {
  const read = splitTokens(text).slice(0, MAX_TOKENS).join("");
  const [first, second] = attack.test(read) ? ["INJECTION", "SAFE"] : ["SAFE", "INJECTION"];
  return [
    { score: 0.998, label: first },
    { score: 0.002, label: second },
  ];
}
