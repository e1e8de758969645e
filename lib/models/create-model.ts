import "server-only";
import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { getEnv } from "@/lib/config/env";
import type { ProviderName } from "@/lib/config/models";
import { createBuiltinModel } from "./builtin/builtin-model";
import type { ModelSpec } from "./model-spec";

type Fetch = typeof globalThis.fetch;

/**
 * How each provider's model is made. To add a provider, add a line here, its name in `ProviderName`, its models and
 * prices; `fetch` is what keeps the exact bytes on record, so every provider must use it.
 */
const creators: Readonly<Record<ProviderName, (model: string, fetch: Fetch) => LanguageModelV4>> = {
  openai: (model, fetch) => {
    const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL } = getEnv();
    return createOpenAI({ fetch, ...(apiKey && { apiKey }), ...(baseURL && { baseURL }) }).responses(model);
  },
  anthropic: (model, fetch) => {
    const { ANTHROPIC_API_KEY: apiKey, ANTHROPIC_BASE_URL: baseURL } = getEnv();
    return createAnthropic({ fetch, ...(apiKey && { apiKey }), ...(baseURL && { baseURL }) })(model);
  },
  compatible: (model, fetch) => {
    const { COMPATIBLE_API_KEY: apiKey, COMPATIBLE_BASE_URL: baseURL = "" } = getEnv();
    return createOpenAICompatible({
      name: "compatible",
      baseURL,
      fetch,
      includeUsage: true,
      ...(apiKey && { apiKey }),
    })(model);
  },
  builtin: () => createBuiltinModel(),
};

/** A model whose calls go through `fetch`. */
export function createModel(spec: ModelSpec, fetch: Fetch): LanguageModelV4 {
  return creators[spec.provider](spec.model, fetch);
}
