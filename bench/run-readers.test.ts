import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Provider, startProvider } from "@/scripts/provider/start-provider";
import { runReaders } from "./run-readers";
import { workload } from "./workload";

let provider: Provider;

beforeAll(async () => {
  provider = await startProvider({ port: 0 });
});

afterAll(() => provider.close());

const job = () => ({
  url: `${provider.url}/compatible/v1/chat/completions`,
  wire: "provider" as const,
  readers: Array.from({ length: 4 }, () => ({ headers: {} })),
  answersPerReader: 2,
  spreadMs: 40,
  question: workload.question,
  model: workload.model,
  answerLength: workload.answerLength,
});

describe("runReaders", () => {
  it("reads whole answers and times their first token", async () => {
    provider.control({ reset: true, latencyMs: 80, tokensPerSecond: 2000 });
    provider.resetStats();
    const { answers } = await runReaders(job());
    expect(answers.map(({ problem }) => problem)).toEqual(Array(8).fill(null));
    expect(provider.stats().total).toMatchObject({ completed: 8, outputTokens: 1600 });
    for (const { startMs, firstTokenMs, endMs } of answers) {
      expect(firstTokenMs - startMs).toBeGreaterThanOrEqual(79);
      expect(endMs).toBeGreaterThan(firstTokenMs);
    }
  });

  it.each([
    [{ fault: { kind: "status" as const, status: 500 } }, /status 500: .*server had an error/],
    [{ fault: { kind: "cut" as const } }, /aborted/],
    [{ fault: { kind: "error-event" as const } }, /error/],
    [{ fault: { kind: "length" as const, afterDeltas: 2 } }, /\d characters instead of \d+/],
    [{ fault: { kind: "html" as const } }, /had no end/],
  ])("does not take %j for an answer", async (control, problem) => {
    provider.control({ reset: true, latencyMs: 0, tokensPerSecond: 0, ...control });
    const { answers } = await runReaders({ ...job(), readers: [{ headers: {} }], answersPerReader: 1 });
    expect(answers).toHaveLength(1);
    expect(answers[0]?.problem).toMatch(problem);
  });
});
