import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { parseEnv } from "@/lib/config/env";
import { type Provider, startProvider } from "@/scripts/provider/start-provider";
import type { AttemptObserver, EndedAttempt } from "./attempt-outcome";
import { ChainExhausted, createChainModel } from "./chain-model";
import { type ModelSpec, resolveChain } from "./model-spec";
import { costOf } from "./price";

let provider: Provider;
let environment: Record<string, string> = {};
let ended: EndedAttempt[] = [];
let sent = 0;

const observer: AttemptObserver = {
  onStart: () => undefined,
  onSend: () => {
    sent += 1;
  },
  onEnd: (attempt) => ended.push(attempt),
};

beforeAll(async () => {
  provider = await startProvider({ port: 0 });
  environment = {
    COMPATIBLE_BASE_URL: `${provider.url}/compatible/v1`,
    COMPATIBLE_MODEL: "good",
    COMPATIBLE_PRICE: "1/2",
    OPENAI_BASE_URL: `${provider.url}/openai/v1`,
    OPENAI_API_KEY: "key",
    ANTHROPIC_BASE_URL: `${provider.url}/anthropic/v1`,
    ANTHROPIC_API_KEY: "key",
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});

afterAll(() => provider.close());

beforeEach(() => {
  ended = [];
  sent = 0;
  provider.resetStats();
  provider.control({ reset: true, latencyMs: 5, tokensPerSecond: 0 });
});

function linksOf(chain: string): readonly ModelSpec[] {
  const resolved = resolveChain(parseEnv({ ...environment, MODEL_CHAIN: chain }));
  if ("problems" in resolved) throw new Error(resolved.problems.join());
  return resolved.chain;
}

async function ask(chain: string, abortSignal?: AbortSignal, firstContentTimeoutMs = 5_000) {
  const timeouts = { firstContentTimeoutMs, idleTimeoutMs: 400, totalTimeoutMs: 10_000 };
  let count = 0;
  const model = createChainModel({
    links: linksOf(chain),
    timeouts,
    observer,
    newAttemptId: () => `a${count++}`,
  });
  const { stream } = await model.doStream({
    prompt: [{ role: "user", content: [{ type: "text", text: "Hello" }] }],
    maxOutputTokens: 100,
    ...(abortSignal && { abortSignal }),
  });
  const parts: LanguageModelV4StreamPart[] = [];
  for await (const part of stream) parts.push(part);
  return { parts, text: parts.map((part) => (part.type === "text-delta" ? part.delta : "")).join("") };
}

describe("a chain of models", () => {
  it.each(["openai/gpt-5-mini", "anthropic/claude-haiku-4-5", "compatible/lorem-20"])(
    "answers through %s and keeps the exchange",
    async (id) => {
      const { text, parts } = await ask(id);
      expect(text.length).toBeGreaterThan(20);
      expect(parts.at(-1)?.type).toBe("finish");
      const [attempt] = ended;
      expect(attempt?.failure).toBeNull();
      expect(attempt?.usageEstimated).toBe(false);
      expect(attempt?.costNanos).toBe(attempt && costOf(attempt.usage, attempt.spec.price));
      expect(attempt?.firstContentMs).toBeGreaterThan(0);
      const [call] = provider.requests(1);
      expect(attempt?.recording.requestBody).toBe(call?.bodyText);
      expect(Buffer.concat(attempt?.recording.responseChunks ?? []).toString()).toContain("data:");
      expect(JSON.stringify(attempt?.recording.requestHeaders)).not.toContain("key");
    },
  );

  it.each([
    ["error-500", "provider_error"],
    ["error-401", "auth"],
    ["rate-limited", "rate_limited"],
    ["refuse", "refused"],
  ])("moves on when a model answers like %s", async (model, code) => {
    const { text } = await ask(`compatible/${model},compatible/lorem-20`);
    expect(text).not.toBe("");
    expect(ended.map((attempt) => attempt.failure?.code ?? "ok")).toEqual([code, "ok"]);
  });

  it("moves on when a refusal comes over OpenAI's own protocol", async () => {
    provider.control({ target: "openai", fault: { kind: "refusal" } });
    await ask("openai/gpt-5-mini,compatible/lorem-20");
    expect(ended.map((attempt) => attempt.failure?.code ?? "ok")).toEqual(["refused", "ok"]);
  });

  it("gives up a silent model at its first-content timeout, closes its connection and charges its input", async () => {
    await ask("compatible/hang,compatible/lorem-20", undefined, 300);
    expect(ended[0]?.failure?.code).toBe("first_content_timeout");
    expect(ended[0]?.costNanos).toBeGreaterThan(0n);
    await vi.waitFor(() => expect(JSON.stringify(provider.stats())).toContain('"aborted":1'), {
      timeout: 10_000,
    });
  });

  it("keeps what came and says so when a model breaks in mid-answer", async () => {
    const { parts, text } = await ask("compatible/cut,compatible/lorem-20");
    expect(text).not.toBe("");
    expect(ended).toHaveLength(1);
    expect(parts.some((part) => part.type === "error")).toBe(true);
    expect(parts.at(-1)).toMatchObject({ type: "finish", finishReason: { unified: "interrupted" } });
    expect(ended[0]).toMatchObject({ usageEstimated: true });
    expect(ended[0]?.usage.outputText).toBeGreaterThan(0);
  });

  it("counts for itself when the provider reports no usage", async () => {
    await ask("compatible/no-usage");
    expect(ended[0]).toMatchObject({ failure: null, usageEstimated: true });
    expect(ended[0]?.costNanos).toBeGreaterThan(0n);
  });

  it("ends with the built-in answerer, which calls nobody", async () => {
    const { text } = await ask("compatible/error-500,builtin");
    expect(text).not.toBe("");
    expect(ended.map((attempt) => attempt.spec.provider)).toEqual(["compatible", "builtin"]);
    expect(sent).toBe(1);
  });

  it("throws what happened when no link answers", async () => {
    const failing = ask("compatible/error-500,compatible/rate-limited");
    await expect(failing).rejects.toBeInstanceOf(ChainExhausted);
    await expect(failing).rejects.toMatchObject({
      failures: [{ code: "provider_error" }, { code: "rate_limited" }],
    });
  });

  it("stops the call and asks nobody else when the caller aborts", async () => {
    const stopper = new AbortController();
    const asking = ask("compatible/hang,compatible/lorem-20", stopper.signal);
    await vi.waitFor(() => expect(sent).toBe(1), { timeout: 10_000 });
    stopper.abort();
    await expect(asking).rejects.toBeInstanceOf(ChainExhausted);
    expect(ended.map((attempt) => attempt.failure?.code)).toEqual(["stopped"]);
  });
});
