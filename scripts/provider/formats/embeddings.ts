import { createHash } from "node:crypto";
import { z } from "zod";
import { estimateInputTokens } from "@/scripts/provider/answer/tokens";

const DEFAULT_DIMENSIONS = 1536;

const bodySchema = z.looseObject({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(z.string()).min(1).max(2048)]),
  dimensions: z.int().min(1).max(4096).nullish(),
  encoding_format: z.enum(["float", "base64"]).nullish(),
});

/** POST /v1/embeddings. The same text has the same vector, texts that share words have similar ones. */
export function answerEmbeddings(body: unknown): { body: unknown; inputTokens: number } {
  const asked = bodySchema.parse(body);
  const inputs = typeof asked.input === "string" ? [asked.input] : asked.input;
  const inputTokens = estimateInputTokens(inputs);
  const data = inputs.map((text, index) => {
    const vector = embed(text, asked.dimensions ?? DEFAULT_DIMENSIONS);
    const embedding =
      asked.encoding_format === "base64"
        ? Buffer.from(vector.buffer).toString("base64")
        : Array.from(vector, round);
    return { object: "embedding", index, embedding };
  });
  const usage = { prompt_tokens: inputTokens, total_tokens: inputTokens };
  return { inputTokens, body: { object: "list", data, model: asked.model, usage } };
}

/** Feature hashing: each word adds to a few dimensions that its hash picks, and the sum is made one long. */
function embed(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text];
  for (const word of words) {
    const digest = createHash("sha256").update(word).digest();
    for (let at = 0; at < digest.length; at += 4) {
      const hash = digest.readUInt32LE(at);
      const dimension = (hash >>> 1) % dimensions;
      vector[dimension] = (vector[dimension] ?? 0) + (hash & 1 ? 1 : -1);
    }
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
