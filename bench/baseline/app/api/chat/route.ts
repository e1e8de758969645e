import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { z } from "zod";

export const dynamic = "force-dynamic";

const bodySchema = z.object({ message: z.object({ parts: z.array(z.object({ text: z.string() })) }) });

const model = createOpenAICompatible({
  name: "provider",
  baseURL: process.env.BASELINE_PROVIDER_URL ?? "http://127.0.0.1:4010/v1",
  includeUsage: true,
})("lorem-200");

const encoder = new TextEncoder();

/** What an answer costs when nothing but the model's stream is passed on: the measure that Parapet is held against. */
export async function POST(request: Request): Promise<Response> {
  const { message } = bodySchema.parse(await request.json());
  const text = message.parts.map((part) => part.text).join("\n");
  const { stream } = await model.doStream({
    prompt: [{ role: "user", content: [{ type: "text", text }] }],
    maxOutputTokens: 2048,
    abortSignal: request.signal,
  });
  return new Response(writeParts(stream), {
    headers: { "content-type": "text/event-stream; charset=utf-8" },
  });
}

function writeParts(stream: ReadableStream<LanguageModelV4StreamPart>): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) {
        controller.enqueue(encoder.encode("data: [DONE]\n\n"));
        controller.close();
        return;
      }
      const part =
        value.type === "text-delta"
          ? { type: value.type, id: value.id, delta: value.delta }
          : { type: value.type };
      controller.enqueue(encoder.encode(`data: ${JSON.stringify(part)}\n\n`));
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
