import { APICallError, type LanguageModelV4 } from "@ai-sdk/provider";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Provider, startProvider } from "@/scripts/provider/start-provider";
import { ask, collectStream } from "@/scripts/provider/testing/collect-stream";
import { sdks } from "@/scripts/provider/testing/sdk-models";

let provider: Provider;

beforeAll(async () => {
  provider = await startProvider({ port: 0 });
});

afterAll(() => provider.close());

beforeEach(() => {
  provider.control({ reset: true, latencyMs: 0, tokensPerSecond: 0, answer: { kind: "lorem", tokens: 30 } });
  provider.resetStats();
});

const settled = (counts: object) =>
  vi.waitFor(() => expect(provider.stats().total).toMatchObject({ ...counts, inFlight: 0 }), {
    timeout: 10_000,
  });

/** Reads deltas until the stream ends or breaks, and returns how many came and what broke. */
async function readUntilBroken(model: LanguageModelV4, abortSignal?: AbortSignal) {
  let deltas = 0;
  try {
    const { stream } = await model.doStream({ ...ask("Hi"), ...(abortSignal && { abortSignal }) });
    for await (const part of stream) if (part.type === "text-delta" && part.delta !== "") deltas++;
    return { deltas, broken: null };
  } catch (error) {
    return { deltas, broken: error };
  }
}

describe.each(sdks)("$name", ({ create, target }) => {
  const model = (name = "some-model") => create(provider.url, name);
  const failure = async (call: PromiseLike<unknown>) => {
    const error = await Promise.resolve(call).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (!APICallError.isInstance(error)) throw new Error(`expected an API error, got ${String(error)}`);
    return error;
  };

  it.each([
    [401, false, target === "anthropic" ? "invalid x-api-key" : /^Incorrect API key/],
    [429, true, /rate limit/i],
    [500, true, /server/i],
    [503, true, /overloaded/i],
  ])("refuses with %i in the provider's own words", async (status, isRetryable, message) => {
    provider.control({ target, fault: { kind: "status", status } });
    for (const call of [model().doStream(ask("Hi")), model().doGenerate(ask("Hi"))]) {
      const error = await failure(call);
      expect(error.statusCode).toBe(status);
      expect(error.isRetryable).toBe(isRetryable);
      expect(error.message).toMatch(message);
    }
    await settled({ requests: 2, failed: 2, outputTokens: 0 });
  });

  it("says when to try again", async () => {
    provider.control({ fault: { kind: "status", status: 429, retryAfterSeconds: 7 } });
    const error = await failure(model().doStream(ask("Hi")));
    expect(error.responseHeaders?.["retry-after"]).toBe("7");
  });

  it("fails the first calls only", async () => {
    provider.control({
      fault: [
        { kind: "status", status: 429, times: 1 },
        { kind: "status", status: 500, times: 2 },
      ],
    });
    const seen: (number | undefined)[] = [];
    for (let call = 0; call < 3; call++) seen.push((await failure(model().doStream(ask("Hi")))).statusCode);
    expect(seen).toEqual([429, 500, 500]);
    expect((await collectStream(model(), ask("Hi"))).deltas).toHaveLength(30);
  });

  it.each([0, 1, 29])("cuts the connection after %i deltas", async (afterDeltas) => {
    provider.control({ fault: { kind: "cut", afterDeltas } });
    const outcome = await readUntilBroken(model());
    expect(outcome.deltas).toBe(afterDeltas);
    expect(outcome.broken).toBeTruthy();
    await settled({ failed: 1, outputTokens: afterDeltas });
    await expect(model().doGenerate(ask("Hi"))).rejects.toThrow();
  });

  it.each(["before-headers", "after-headers", 3] as const)("hangs: %s", async (at) => {
    provider.control({ fault: { kind: "hang", at, times: 1 } });
    const abort = new AbortController();
    let isOver = false;
    const call = readUntilBroken(model(), abort.signal).finally(() => {
      isOver = true;
    });
    await vi.waitFor(() => expect(provider.stats().total.inFlight).toBe(1), { timeout: 10_000 });
    // A whole answer comes and goes in the meantime.
    expect((await collectStream(model(), ask("Hi"))).deltas).toHaveLength(30);
    expect(isOver).toBe(false);
    abort.abort();
    expect(await call).toMatchObject({ broken: expect.objectContaining({ name: "AbortError" }) });
    await settled({
      requests: 2,
      completed: 1,
      aborted: 1,
      outputTokens: 30 + (typeof at === "number" ? at : 0),
    });
  });

  it("sends broken JSON among good events", async () => {
    provider.control({ fault: { kind: "malformed", afterDeltas: 4 } });
    const { errors, deltas } = await collectStream(model(), ask("Hi"));
    expect(errors).toHaveLength(1);
    expect(String(errors[0])).toMatch(/JSON/);
    expect(deltas).toHaveLength(29);
    await expect(model().doGenerate(ask("Hi"))).rejects.toThrow(/JSON/);
  });

  it("answers with a web page", async () => {
    provider.control({ fault: { kind: "html" } });
    const streamed = await collectStream(model(), ask("Hi")).then(
      (answer) => answer.text,
      () => "rejected",
    );
    expect(["", "rejected"]).toContain(streamed);
    await expect(model().doGenerate(ask("Hi"))).rejects.toThrow();
  });

  it("reports an error in mid-stream", async () => {
    provider.control({ fault: { kind: "error-event", afterDeltas: 2, message: "Out of memory." } });
    const { errors, deltas } = await collectStream(model(), ask("Hi"));
    expect(deltas).toHaveLength(2);
    expect(JSON.stringify(errors) + String(errors)).toContain("Out of memory.");
    expect((await failure(model().doGenerate(ask("Hi")))).statusCode).toBe(500);
  });

  it("bills what an abandoned stream had got", async () => {
    provider.control({ tokensPerSecond: 100, answer: { kind: "lorem", tokens: 1000 } });
    const { stream } = await model().doStream(ask("Hi"));
    let deltas = 0;
    for await (const part of stream)
      if (part.type === "text-delta" && part.delta !== "" && ++deltas === 3) break;
    await vi.waitFor(
      () => expect(provider.stats().total).toMatchObject({ aborted: 1, completed: 0, inFlight: 0 }),
      { timeout: 10_000 },
    );
    const { outputTokens } = provider.stats().total;
    expect(outputTokens).toBeGreaterThanOrEqual(3);
    expect(outputTokens).toBeLessThan(50);
  });
});

it("fails a share of the calls, and the same ones for the same seed", async () => {
  const run = async () => {
    provider.control({
      reset: true,
      latencyMs: 0,
      fault: { kind: "status", status: 503, probability: 0.5, seed: 42 },
    });
    const statuses: number[] = [];
    for (let call = 0; call < 40; call++) {
      const body = JSON.stringify({ model: "m", input: "Hi" });
      statuses.push((await fetch(`${provider.url}/v1/embeddings`, { method: "POST", body })).status);
    }
    return statuses;
  };
  const first = await run();
  const failed = first.filter((status) => status === 503).length;
  expect(failed).toBeGreaterThan(10);
  expect(failed).toBeLessThan(30);
  expect(await run()).toEqual(first);
});
