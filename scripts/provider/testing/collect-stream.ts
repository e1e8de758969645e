import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
} from "@ai-sdk/provider";

type Collected = {
  readonly text: string;
  readonly deltas: readonly string[];
  readonly reasoning: string;
  readonly errors: readonly unknown[];
  readonly finish: Extract<LanguageModelV4StreamPart, { type: "finish" }> | undefined;
  readonly toolCalls: readonly Extract<LanguageModelV4StreamPart, { type: "tool-call" }>[];
  readonly answeringModel: string | undefined;
};

export function ask(text: string): LanguageModelV4CallOptions {
  return { prompt: [{ role: "user", content: [{ type: "text", text }] }] };
}

/** Reads a stream to its end, as the SDK's parser understood it. Rejects as the stream does. */
export async function collectStream(
  model: LanguageModelV4,
  options: LanguageModelV4CallOptions,
): Promise<Collected> {
  const { stream } = await model.doStream(options);
  const parts: LanguageModelV4StreamPart[] = [];
  for await (const part of stream) parts.push(part);
  const deltas = parts.flatMap((part) =>
    part.type === "text-delta" && part.delta !== "" ? [part.delta] : [],
  );
  const metadata = parts.find((part) => part.type === "response-metadata");
  return {
    text: deltas.join(""),
    deltas,
    reasoning: parts.map((part) => (part.type === "reasoning-delta" ? part.delta : "")).join(""),
    errors: parts.flatMap((part) => (part.type === "error" ? [part.error] : [])),
    finish: parts.find((part) => part.type === "finish"),
    toolCalls: parts.filter((part) => part.type === "tool-call"),
    answeringModel: metadata?.modelId,
  };
}
