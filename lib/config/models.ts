import "server-only";

export type ProviderName = "openai" | "anthropic" | "compatible" | "builtin";

export type ModelEntry = {
  /** `provider/model`, as MODEL_CHAIN and prices name it. */
  readonly id: `${ProviderName}/${string}`;
  /** How people see it. */
  readonly label: string;
  /** Tokens that question, history, passages and answer share. */
  readonly contextTokens: number;
  /** It can be shown pictures. */
  readonly takesImages: boolean;
  /** Left out of the request when undefined: some models refuse it. */
  readonly temperature?: number;
  readonly reasoning?: "none" | "minimal" | "low" | "medium" | "high";
};

/**
 * Models that the chain may name. When MODEL_CHAIN is unset, the first entry of every provider that has a key is used,
 * in this order, then the built-in answerer.
 */
export const models: readonly ModelEntry[] = [
  {
    id: "openai/gpt-5-mini",
    label: "GPT-5 mini",
    contextTokens: 400_000,
    takesImages: true,
    reasoning: "minimal",
  },
  { id: "openai/gpt-5", label: "GPT-5", contextTokens: 400_000, takesImages: true, reasoning: "low" },
  {
    id: "openai/gpt-5-nano",
    label: "GPT-5 nano",
    contextTokens: 400_000,
    takesImages: true,
    reasoning: "minimal",
  },
  {
    id: "anthropic/claude-haiku-4-5",
    label: "Claude Haiku 4.5",
    contextTokens: 200_000,
    takesImages: true,
    temperature: 0.3,
  },
  {
    id: "anthropic/claude-sonnet-4-5",
    label: "Claude Sonnet 4.5",
    contextTokens: 200_000,
    takesImages: true,
    temperature: 0.3,
  },
];

/** What is assumed of a model behind COMPATIBLE_BASE_URL, which may have any name. */
export const compatibleModel = { contextTokens: 32_000, temperature: 0.3 } as const;

/** Models that judge and never answer. */
export const moderationModels: readonly ModelEntry[] = [
  {
    id: "openai/omni-moderation-latest",
    label: "OpenAI moderation",
    contextTokens: 32_000,
    takesImages: false,
  },
];

/** The classifier behind TRANSFORMER_JUDGE_URL. Its protocol names no model: this is what the record calls it. */
export const transformerModel = {
  id: "transformer/classifier",
  label: "Classifier",
  contextTokens: 512,
  takesImages: false,
} as const;
