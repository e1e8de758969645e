import "server-only";
import type { Env } from "@/lib/config/env";
import {
  compatibleModel,
  type ModelEntry,
  models,
  moderationModels,
  type ProviderName,
} from "@/lib/config/models";
import { prices } from "@/lib/config/prices";
import { type Price, parsePrice } from "./price";

/** A model that can be called: configuration, key and price are there. */
export type ModelSpec = Omit<ModelEntry, "id"> & {
  readonly id: string;
  readonly provider: ProviderName;
  /** The provider's own name of it. */
  readonly model: string;
  readonly price: Price;
};

/** What a call on record was made to: a model, or a classifier, which no chain can name. */
export type CalledSpec = Omit<ModelSpec, "provider"> & { readonly provider: ProviderName | "transformer" };

const BUILTIN_ID = "builtin/builtin";
const providers = ["openai", "anthropic", "compatible", "builtin"] as const satisfies readonly ProviderName[];

/**
 * The chain of models that the environment asks for, first is tried first.
 * @returns the chain, or what is wrong with it: one sentence for each problem
 */
export function resolveChain(env: Env): { chain: ModelSpec[] } | { problems: string[] } {
  const ids =
    env.MODEL_CHAIN === undefined ? defaultChain(env) : env.MODEL_CHAIN.split(",").map((id) => id.trim());
  const links = ids.map((id) => resolveModel(id, env));
  const problems = links.filter((link) => typeof link === "string");
  return problems.length > 0
    ? { problems: problems.map((problem) => `MODEL_CHAIN: ${problem}`) }
    : { chain: links.filter((link) => typeof link !== "string") };
}

function defaultChain(env: Env): string[] {
  const withKey = providers.filter(
    (provider) => missingSetting(provider, env) === null && provider !== "builtin",
  );
  const firsts = withKey.map((provider) =>
    provider === "compatible"
      ? `compatible/${env.COMPATIBLE_MODEL}`
      : models.find((model) => model.id.startsWith(`${provider}/`))?.id,
  );
  return [...firsts.filter((id) => id !== undefined), "builtin"];
}

/** A model by `provider/model` or `builtin`, or the sentence that says why it can't be used. */
export function resolveModel(name: string, env: Env): ModelSpec | string {
  const id = name === "builtin" ? BUILTIN_ID : name;
  const slash = id.indexOf("/");
  const provider = providers.find((known) => known === id.slice(0, slash));
  if (provider === undefined || slash === id.length - 1) {
    return `"${name}" names no model; write provider/model with one of ${providers.join(", ")}.`;
  }
  const missing = missingSetting(provider, env);
  if (missing !== null) return `The model "${name}" needs ${missing}.`;
  const price = findPrice(id, provider, env);
  if (price === null) return `The model "${name}" has no price: add it to lib/config/prices.ts.`;
  const entry = findEntry(id, provider, env);
  if (entry === null) return `lib/config/models.ts does not list the model "${name}".`;
  return { ...entry, id, provider, model: id.slice(slash + 1), price };
}

function findEntry(id: string, provider: ProviderName, env: Env): Omit<ModelEntry, "id"> | null {
  if (provider === "builtin")
    return { label: "Documents only", contextTokens: 1_000_000, takesImages: false };
  if (provider === "compatible") {
    const takesImages = env.COMPATIBLE_IMAGES === "yes";
    return { label: id.slice("compatible/".length), ...compatibleModel, takesImages };
  }
  return models.find((model) => model.id === id) ?? moderationModels.find((model) => model.id === id) ?? null;
}

function findPrice(id: string, provider: ProviderName, env: Env): Price | null {
  if (provider === "compatible") {
    const [input, output] = env.COMPATIBLE_PRICE?.split("/") ?? [];
    if (input === undefined || output === undefined) return null;
    return parsePrice({
      input,
      cacheRead: input,
      cacheWrite: input,
      output,
      source: "COMPATIBLE_PRICE",
      asOf: "unknown",
    });
  }
  const entry = prices[id];
  return entry === undefined ? null : parsePrice(entry);
}

function missingSetting(provider: ProviderName, env: Env): string | null {
  const needed = {
    openai: env.OPENAI_API_KEY === undefined ? "OPENAI_API_KEY" : null,
    anthropic: env.ANTHROPIC_API_KEY === undefined ? "ANTHROPIC_API_KEY" : null,
    compatible: env.COMPATIBLE_BASE_URL === undefined ? "COMPATIBLE_BASE_URL" : null,
    builtin: null,
  };
  return needed[provider];
}
