import "server-only";
import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { getEnv } from "@/lib/config/env";
import type { ProviderName } from "@/lib/config/models";
import { createBuiltinModel } from "./builtin/builtin-model";
import type { ModelSpec } from "./model-spec";
import { recordingFetch } from "./recording-fetch";

/**
 * How each provider's model is made. To add a provider, add a line here, its name in `ProviderName`, its models and
 * prices. Every provider must use `recordingFetch`, which keeps the exact bytes on record.
 */
const creators: Readonly<Record<ProviderName, (model: string) => LanguageModelV4>> = {
  openai: (model) => {
    const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL } = getEnv();
    return createOpenAI({
      fetch: recordingFetch,
      ...(apiKey && { apiKey }),
      ...(baseURL && { baseURL }),
    }).responses(model);
  },
  anthropic: (model) => {
    const { ANTHROPIC_API_KEY: apiKey, ANTHROPIC_BASE_URL: baseURL } = getEnv();
    return createAnthropic({ fetch: recordingFetch, ...(apiKey && { apiKey }), ...(baseURL && { baseURL }) })(
      model,
    );
  },
  compatible: (model) => {
    const { COMPATIBLE_API_KEY: apiKey, COMPATIBLE_BASE_URL: baseURL = "" } = getEnv();
    return createOpenAICompatible({
      name: "compatible",
      baseURL,
      fetch: recordingFetch,
      includeUsage: true,
      ...(apiKey && { apiKey }),
    })(model);
  },
  builtin: () => createBuiltinModel(),
};

/** A model whose calls are kept on record. */
export function createModel(spec: ModelSpec): LanguageModelV4 {
  return creators[spec.provider](spec.model);
}
