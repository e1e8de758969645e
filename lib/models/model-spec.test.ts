import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/config/env";
import { models } from "@/lib/config/models";
import { prices } from "@/lib/config/prices";
import { resolveChain } from "./model-spec";

function chainOf(source: Record<string, string>): string[] {
  const resolved = resolveChain(parseEnv(source));
  return "chain" in resolved ? resolved.chain.map((spec) => spec.id) : resolved.problems;
}

describe("resolveChain", () => {
  it("is the built-in answerer alone when there is no key", () => {
    expect(chainOf({})).toEqual(["builtin/builtin"]);
  });

  it("takes the first model of every provider with a key, then the built-in answerer", () => {
    expect(chainOf({ ANTHROPIC_API_KEY: "k", OPENAI_API_KEY: "k" })).toEqual([
      "openai/gpt-5-mini",
      "anthropic/claude-haiku-4-5",
      "builtin/builtin",
    ]);
  });

  it("follows MODEL_CHAIN, and takes any name of a compatible server", () => {
    const server = {
      COMPATIBLE_BASE_URL: "http://localhost:1/v1",
      COMPATIBLE_MODEL: "a",
      COMPATIBLE_PRICE: "0/0",
    };
    expect(chainOf({ ...server, MODEL_CHAIN: "compatible/qwen/3, builtin" })).toEqual([
      "compatible/qwen/3",
      "builtin/builtin",
    ]);
  });

  it("names every fault of the chain at once", () => {
    const problems = chainOf({ MODEL_CHAIN: "openai/gpt-5-mini,mistral/x,compatible/", OPENAI_API_KEY: "" });
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain("OPENAI_API_KEY");
  });

  it("refuses a model without a price", () => {
    expect(chainOf({ OPENAI_API_KEY: "k", MODEL_CHAIN: "openai/gpt-99" })[0]).toContain("has no price");
  });
});

it("every configured model has a price", () => {
  for (const model of models) expect(prices[model.id], model.id).toBeDefined();
});
