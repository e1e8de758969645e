import "server-only";
import { titles } from "@/lib/config/titles";
import type { ModelSpec } from "@/lib/models/model-spec";

/**
 * The model that is to write a chat's title from its first question: the cheapest of the chain. Null when the question
 * is short enough to be the title itself, or there is only the built-in answerer.
 */
export function chooseTitler(question: string, chain: readonly ModelSpec[]): ModelSpec | null {
  if (question.trim().length <= titles.maxOwnLength) return null;
  const candidates = chain.filter(({ provider }) => provider !== "builtin");
  return candidates.reduce<ModelSpec | null>(
    (best, spec) => (best === null || outputPrice(spec) < outputPrice(best) ? spec : best),
    null,
  );
}

function outputPrice({ price }: ModelSpec): bigint {
  return price.outputNanosPerMillion;
}
