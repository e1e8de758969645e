import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type Provider, startProvider } from "@/scripts/provider/start-provider";
import type { EndedAttempt } from "./attempt-outcome";
import { moderate } from "./moderate";

let provider: Provider;
let ended: EndedAttempt[] = [];

beforeAll(async () => {
  provider = await startProvider({ port: 0 });
  vi.stubEnv("OPENAI_API_KEY", "a key");
  vi.stubEnv("OPENAI_BASE_URL", `${provider.url}/openai/v1`);
});

beforeEach(() => {
  ended = [];
  provider.control({ reset: true, latencyMs: 0 });
});

afterAll(() => provider.close());

function ask(text: string) {
  const nothing = () => undefined;
  const onEnd = (attempt: EndedAttempt) => ended.push(attempt);
  const observer = { onStart: nothing, onSend: nothing, onEnd };
  return moderate(text, { observer, newAttemptId: () => "an-id", signal: new AbortController().signal });
}

it("returns the scores by category, and keeps the exchange", async () => {
  expect(await ask("[flag:violence]")).toMatchObject({ violence: 0.93, hate: 0.0004 });
  expect(ended).toMatchObject([{ failure: null, modelAnswered: "omni-moderation-latest", costNanos: 0n }]);
  expect(JSON.parse(ended[0]?.recording.requestBody ?? "")).toEqual({
    model: "omni-moderation-latest",
    input: "[flag:violence]",
  });
});

it("fails with the service, and says why on record", async () => {
  provider.control({ fault: { kind: "status", status: 429 } });
  await expect(ask("Hi")).rejects.toThrow("OpenAI moderation answered 429.");
  expect(ended).toMatchObject([{ failure: { code: "rate_limited" }, recording: { responseStatus: 429 } }]);
});
