import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4 } from "@ai-sdk/provider";

type Sdk = {
  readonly name: string;
  readonly target: "openai" | "anthropic" | "compatible";
  readonly endpoint: "responses" | "chat/completions" | "messages";
  readonly create: (url: string, model: string) => LanguageModelV4;
};

/** The parsers that the formats have to satisfy, each with the base URL people would give it. */
export const sdks: readonly Sdk[] = [
  {
    name: "OpenAI responses",
    target: "openai",
    endpoint: "responses",
    create: (url, model) => createOpenAI({ baseURL: `${url}/openai/v1`, apiKey: "key" }).responses(model),
  },
  {
    name: "OpenAI chat completions",
    target: "openai",
    endpoint: "chat/completions",
    create: (url, model) => createOpenAI({ baseURL: `${url}/openai`, apiKey: "key" }).chat(model),
  },
  {
    name: "OpenAI-compatible",
    target: "compatible",
    endpoint: "chat/completions",
    create: (url, model) =>
      createOpenAICompatible({ name: "compatible", baseURL: `${url}/compatible/v1`, includeUsage: true })(
        model,
      ),
  },
  {
    name: "Anthropic",
    target: "anthropic",
    endpoint: "messages",
    create: (url, model) => createAnthropic({ baseURL: `${url}/anthropic/v1`, apiKey: "key" })(model),
  },
];
