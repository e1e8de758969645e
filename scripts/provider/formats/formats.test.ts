import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Provider, startProvider } from "@/scripts/provider/start-provider";
import { ask, collectStream } from "@/scripts/provider/testing/collect-stream";
import { sdks } from "@/scripts/provider/testing/sdk-models";

let provider: Provider;

beforeAll(async () => {
  provider = await startProvider({ port: 0 });
});

afterAll(() => provider.close());

beforeEach(() => {
  provider.control({ reset: true, latencyMs: 0, tokensPerSecond: 0 });
  provider.resetStats();
});

const text = 'Grüße, "world"!\n\n```ts\nconst a = 1;\n``` 👩‍🚀 end';

describe.each(sdks)("$name", ({ create, target, endpoint }) => {
  const model = (name = "some-model") => create(provider.url, name);

  it("streams text, usage and finish reason", async () => {
    provider.control({ answer: text });
    const answer = await collectStream(model(), ask("What?"));
    expect(answer.text).toBe(text);
    expect(answer.deltas.length).toBeGreaterThan(10);
    expect(answer.errors).toEqual([]);
    expect(answer.finish?.finishReason.unified).toBe("stop");
    expect(answer.answeringModel).toBe("some-model");
    const { usage } = answer.finish ?? {};
    expect(usage?.inputTokens.total).toBe(5);
    expect(usage?.outputTokens.total).toBe(answer.deltas.length);
  });

  it("answers in one piece with the same text and figures", async () => {
    provider.control({ answer: text });
    const streamed = await collectStream(model(), ask("What?"));
    const { content, usage, finishReason, response } = await model().doGenerate(ask("What?"));
    expect(content).toMatchObject([{ type: "text", text }]);
    expect(finishReason.unified).toBe("stop");
    expect(response?.modelId).toBe("some-model");
    expect(usage.inputTokens.total).toBe(streamed.finish?.usage.inputTokens.total);
    expect(usage.outputTokens.total).toBe(streamed.finish?.usage.outputTokens.total);
  });

  it("reports cached, written and reasoning tokens where the format has them", async () => {
    const usage = {
      inputTokens: 1000,
      cachedInputTokens: 700,
      cacheWriteTokens: 100,
      outputTokens: 50,
      reasoningTokens: 20,
    };
    provider.control({ usage });
    const { finish } = await collectStream(model(), ask("Hi"));
    const generated = await model().doGenerate(ask("Hi"));
    for (const figures of [finish?.usage, generated.usage]) {
      expect(figures?.inputTokens).toMatchObject({ total: 1000, cacheRead: 700 });
      expect(figures?.outputTokens).toMatchObject({ total: 50, reasoning: 20 });
      // The compatible SDK knows nothing of cache writes.
      if (target !== "compatible")
        expect(figures?.inputTokens).toMatchObject({ noCache: 200, cacheWrite: 100 });
    }
    expect(provider.stats().total).toMatchObject({ inputTokens: 2000, outputTokens: 100 });
  });

  it("keeps its figures to itself", async () => {
    provider.control({ usage: "missing" });
    const { finish, errors } = await collectStream(model(), ask("Hi"));
    const generated = await model().doGenerate(ask("Hi"));
    // Anthropic's format cannot leave them out, so they are 0.
    const nothing = target === "anthropic" ? 0 : undefined;
    expect(errors).toEqual([]);
    expect(finish?.usage.outputTokens.total).toBe(nothing);
    expect(generated.usage.inputTokens.total).toBe(nothing);
    expect(provider.stats().total.outputTokens).toBeGreaterThan(100);
  });

  it("thinks aloud first", async () => {
    provider.control({ reasoning: "Let me think.", answer: "Done." });
    const answer = await collectStream(model(), ask("Hi"));
    const { content } = await model().doGenerate(ask("Hi"));
    const kinds = content.map((part) => part.type);
    const isHidden = target === "openai" && endpoint === "chat/completions";
    expect(answer.text).toBe("Done.");
    expect(answer.reasoning).toBe(isHidden ? "" : "Let me think.");
    expect(kinds).toEqual(isHidden ? ["text"] : ["reasoning", "text"]);
    expect(answer.finish?.usage.outputTokens.total).toBe(6);
  });

  it("calls a tool", async () => {
    provider.control({ answer: { kind: "tool-call", name: "weather", arguments: { city: "Bern" } } });
    const tools = [{ type: "function" as const, name: "weather", inputSchema: { type: "object" as const } }];
    const answer = await collectStream(model(), { ...ask("Hi"), tools });
    const { content, finishReason } = await model().doGenerate({ ...ask("Hi"), tools });
    for (const call of [answer.toolCalls[0], content.find((part) => part.type === "tool-call")]) {
      expect(call?.toolName).toBe("weather");
      expect(JSON.parse(call?.input ?? "")).toEqual({ city: "Bern" });
    }
    expect(answer.finish?.finishReason.unified).toBe("tool-calls");
    expect(finishReason.unified).toBe("tool-calls");
  });

  it("refuses", async () => {
    provider.control({ fault: { kind: "refusal", text: "No." } });
    const answer = await collectStream(model(), ask("Hi"));
    const { content, finishReason } = await model().doGenerate(ask("Hi"));
    expect(answer.finish?.finishReason.unified).toBe("content-filter");
    expect(finishReason.unified).toBe("content-filter");
    expect(answer.errors).toEqual([]);
    expect(answer.text).toBe("No.");
    expect(content).toMatchObject([{ type: "text", text: "No." }]);
  });

  it("stops at the caller's token limit, or at its own", async () => {
    const limited = await collectStream(model("lorem-40"), { ...ask("Hi"), maxOutputTokens: 16 });
    expect(limited.deltas).toHaveLength(16);
    expect(limited.finish?.finishReason.unified).toBe("length");
    expect(limited.finish?.usage.outputTokens.total).toBe(16);
    provider.control({ fault: { kind: "length", afterDeltas: 3 } });
    const own = await model("lorem-40").doGenerate(ask("Hi"));
    expect(own.finishReason.unified).toBe("length");
    expect(own.usage.outputTokens.total).toBe(3);
  });

  it("says which model answered", async () => {
    provider.control({ answeringModel: "other-model-2026-01-01", systemFingerprint: "fp_1" });
    const answer = await collectStream(model(), ask("Hi"));
    const { response } = await model().doGenerate(ask("Hi"));
    expect(answer.answeringModel).toBe("other-model-2026-01-01");
    expect(response?.modelId).toBe("other-model-2026-01-01");
  });

  it("fits a JSON schema that is asked for", async () => {
    const schema = {
      type: "object" as const,
      properties: {
        verdict: { type: "string" as const, enum: ["safe", "unsafe"] },
        score: { type: "number" as const },
      },
      required: ["verdict", "score"],
      additionalProperties: false,
    };
    const responseFormat = { type: "json" as const, schema, name: "judgement" };
    const { content } = await model().doGenerate({ ...ask("Hi"), responseFormat });
    // The compatible SDK does not pass schemas on unless it is told that the server takes them.
    if (target !== "compatible") expect(content).toMatchObject([{ text: '{"verdict":"safe","score":0}' }]);
    else expect(content[0]?.type).toBe("text");
  });
});
