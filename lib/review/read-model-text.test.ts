import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Provider, startProvider } from "@/scripts/provider/start-provider";
import { readModelText } from "./read-model-text";

let provider: Provider;

beforeAll(async () => {
  provider = await startProvider({ port: 0 });
  provider.control({
    latencyMs: 0,
    tokensPerSecond: 0,
    answer: "Grüße, **bold** 🎈\n\nand more.",
    reasoning: "Hm.",
  });
});
afterAll(() => provider.close());

const text = "Grüße, **bold** 🎈\n\nand more.";
const messages = [{ role: "user", content: "Hello" }];

async function responseTo(path: string, body: object): Promise<Buffer> {
  const response = await fetch(`${provider.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ model: "m", stream: true, ...body }),
  });
  return Buffer.from(await response.arrayBuffer());
}

describe("readModelText", () => {
  it("reads what every provider's stream says", async () => {
    const streams = await Promise.all([
      responseTo("/v1/responses", { input: "Hello" }),
      responseTo("/v1/chat/completions", { messages }),
      responseTo("/v1/messages", { messages, max_tokens: 500 }),
    ]);
    for (const stream of streams) expect(readModelText(stream)?.text).toBe(text);
  });

  it("reads a stream that broke off as far as it came", async () => {
    const stream = await responseTo("/v1/chat/completions", { messages });
    const read = readModelText(stream.subarray(0, Math.floor(stream.length / 2)));
    expect(text.startsWith(read?.text ?? "?")).toBe(true);
  });

  it("makes nothing of what is no stream", () => {
    for (const bytes of [
      "",
      "<html>",
      '{"error":{"message":"no"}}',
      "data: {broken\n",
      "data: null\ndata: 7\n",
    ])
      expect(readModelText(Buffer.from(bytes)), bytes).toBeNull();
  });
});
