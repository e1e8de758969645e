import type {
  LanguageModelV4CallOptions,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
} from "@ai-sdk/provider";
import { expect, it } from "vitest";
import { createBuiltinModel } from "./builtin-model";

const passages = [
  {
    id: "d#port",
    title: "Document",
    headings: ["Which port?"],
    url: "/knowledge/d#port",
    text: "The port is 3000. Set `PORT` for another one.",
    score: 2.5,
  },
];

const prompt: LanguageModelV4Prompt = [
  { role: "system", content: "Answer from the documents." },
  { role: "user", content: [{ type: "text", text: "which port" }] },
];

const call = (options: Partial<LanguageModelV4CallOptions> = {}): LanguageModelV4CallOptions => ({
  prompt,
  providerOptions: { parapet: { passages } },
  ...options,
});

async function collect(options: LanguageModelV4CallOptions): Promise<LanguageModelV4StreamPart[]> {
  const { stream } = await createBuiltinModel().doStream(options);
  const parts: LanguageModelV4StreamPart[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

const textOf = (parts: readonly LanguageModelV4StreamPart[]) =>
  parts.map((part) => (part.type === "text-delta" ? part.delta : "")).join("");

it("streams word by word, in the order of the protocol, and finishes with usage and what it cited", async () => {
  const parts = await collect(call());
  const kinds = parts.map((part) => part.type);
  expect(kinds.slice(0, 4)).toEqual(["stream-start", "response-metadata", "text-start", "text-delta"]);
  expect(kinds.slice(-2)).toEqual(["text-end", "finish"]);
  expect(textOf(parts)).toContain("The port is 3000. Set `PORT` for another one. [1]");
  for (const part of parts) if (part.type === "text-delta") expect(part.delta.trim()).toMatch(/^\S+$/);
  expect(parts.at(-1)).toMatchObject({
    type: "finish",
    finishReason: { unified: "stop" },
    usage: { inputTokens: { cacheRead: 0, cacheWrite: 0 }, outputTokens: { reasoning: 0 } },
    providerMetadata: { parapet: { citedSentences: [{ number: 1, sentence: "The port is 3000." }] } },
  });
});

it("generates what it streams", async () => {
  const parts = await collect(call());
  const result = await createBuiltinModel().doGenerate(call());
  const finish = parts.at(-1);
  expect(result.content).toEqual([{ type: "text", text: textOf(parts) }]);
  expect(finish).toMatchObject({ usage: result.usage, finishReason: result.finishReason });
});

it("stops at maxOutputTokens, between words", async () => {
  const parts = await collect(call({ maxOutputTokens: 5 }));
  const whole = textOf(await collect(call()));
  const text = textOf(parts);
  expect(text.length).toBeLessThanOrEqual(20);
  expect(whole.startsWith(`${text} `)).toBe(true);
  expect(parts.at(-1)).toMatchObject({
    finishReason: { unified: "length" },
    usage: { outputTokens: { total: 5 } },
  });
});

it("ends with the signal's reason when it is aborted", async () => {
  const controller = new AbortController();
  const { stream } = await createBuiltinModel().doStream(call({ abortSignal: controller.signal }));
  const reader = stream.getReader();
  await reader.read();
  controller.abort(new Error("stopped by the test"));
  const readAll = async () => {
    for (let next = await reader.read(); !next.done; next = await reader.read());
  };
  await expect(readAll()).rejects.toThrow("stopped by the test");
  await expect(createBuiltinModel().doGenerate(call({ abortSignal: controller.signal }))).rejects.toThrow(
    "stopped",
  );
});

it("answers without passages, without a question, and refuses passages of another shape", async () => {
  expect(textOf(await collect({ prompt }))).toContain("found nothing");
  expect(textOf(await collect({ prompt: [] }))).toContain("found nothing");
  const broken = call({ providerOptions: { parapet: { passages: [{ text: 1 }] } } });
  await expect(collect(broken)).rejects.toThrow("invalid_type");
});

it("reads a short question together with the one before", async () => {
  const history: LanguageModelV4Prompt = [
    { role: "user", content: [{ type: "text", text: "which port" }] },
    { role: "assistant", content: [{ type: "text", text: "3000" }] },
    { role: "user", content: [{ type: "text", text: "and why?" }] },
  ];
  const text = textOf(await collect(call({ prompt: history })));
  expect(text.startsWith("The port is 3000.")).toBe(true);
});
