import { z } from "zod";
import type { Answer, Usage } from "@/scripts/provider/answer/answer";
import type { Question } from "@/scripts/provider/answer/question";
import { estimateInputTokens } from "@/scripts/provider/answer/tokens";
import { FrameList, type Frames } from "./frames";
import { contentSchema, readTexts } from "./message-content";
import { writeOpenaiError } from "./openai-error";
import type { WireFormat } from "./wire-format";

const bodySchema = z.looseObject({
  model: z.string().min(1),
  messages: z.array(z.looseObject({ role: z.string(), content: contentSchema })).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  max_tokens: z.int().min(1).nullish(),
  max_completion_tokens: z.int().min(1).nullish(),
  response_format: z.looseObject({ json_schema: z.looseObject({ schema: z.unknown() }).nullish() }).nullish(),
  tools: z
    .array(z.looseObject({ function: z.looseObject({ name: z.string(), parameters: z.unknown() }) }))
    .nullish(),
  tool_choice: z
    .union([z.string(), z.looseObject({ function: z.looseObject({ name: z.string() }).optional() })])
    .nullish(),
});

/** POST /v1/chat/completions, as OpenAI and every server that calls itself compatible speak it. */
export const openaiChat: WireFormat = {
  readQuestion(body): Question {
    const chat = bodySchema.parse(body);
    const texts = chat.messages.flatMap((message) => readTexts(message.content));
    const lastUser = chat.messages.findLast((message) => message.role === "user");
    const choice = chat.tool_choice;
    const chosen = typeof choice === "object" ? choice?.function?.name : undefined;
    const tool = chat.tools?.find(
      (entry) => entry.function.name === chosen || choice === "required",
    )?.function;
    return {
      model: chat.model,
      isStream: chat.stream === true,
      lastUserText: readTexts(lastUser?.content).join("\n"),
      inputTokens: estimateInputTokens(texts),
      maxOutputTokens: chat.max_completion_tokens ?? chat.max_tokens ?? null,
      wantsStreamUsage: chat.stream_options?.include_usage === true,
      answerSchema: chat.response_format?.json_schema?.schema ?? null,
      forcedTool: tool ? { name: tool.name, schema: tool.parameters } : null,
    };
  },

  writeStream(answer, question): Frames {
    const list = new FrameList();
    const usage = question.wantsStreamUsage ? `,"usage":null` : "";
    const head = `data: {"id":"chatcmpl-${answer.id}","object":"chat.completion.chunk",${writeMetadata(answer)},"choices":[`;
    const frame = (delta: string, finish = "null") =>
      `${head}{"index":0,"delta":${delta},"logprobs":null,"finish_reason":${finish}}]${usage}}\n\n`;
    list.lead(frame(`{"role":"assistant","content":"","refusal":null}`));
    for (const piece of answer.reasoning) list.delta(frame(`{"reasoning_content":${JSON.stringify(piece)}}`));
    const field = answer.finish === "refusal" ? "refusal" : "content";
    for (const piece of answer.text) list.delta(frame(`{"${field}":${JSON.stringify(piece)}}`));
    if (answer.toolCall) {
      const [call] = writeToolCalls({ ...answer.toolCall, arguments: "" }, answer.id);
      list.lead(frame(JSON.stringify({ tool_calls: [{ index: 0, ...call }] })));
      const entry = { index: 0, function: { arguments: answer.toolCall.arguments } };
      list.delta(frame(JSON.stringify({ tool_calls: [entry] })));
    }
    list.lead(frame("{}", `"${finishReasons[answer.finish]}"`));
    if (question.wantsStreamUsage && answer.usage) {
      list.lead(`${head}],"usage":${JSON.stringify(writeUsage(answer.usage))}}\n\n`);
    }
    list.lead("data: [DONE]\n\n");
    return list.finish();
  },

  writeBody(answer): unknown {
    const text = answer.text.join("");
    const isRefusal = answer.finish === "refusal";
    return {
      id: `chatcmpl-${answer.id}`,
      object: "chat.completion",
      created: answer.createdAtSeconds,
      model: answer.model,
      choices: [
        {
          index: 0,
          message: {
            role: "assistant",
            content: isRefusal || answer.toolCall ? null : text,
            refusal: isRefusal ? text : null,
            ...(answer.reasoning.length > 0 && { reasoning_content: answer.reasoning.join("") }),
            ...(answer.toolCall && { tool_calls: writeToolCalls(answer.toolCall, answer.id) }),
          },
          logprobs: null,
          finish_reason: finishReasons[answer.finish],
        },
      ],
      ...(answer.usage && { usage: writeUsage(answer.usage) }),
      service_tier: "default",
      system_fingerprint: answer.systemFingerprint,
    };
  },

  writeError: writeOpenaiError,

  writeErrorFrame(message): string {
    return `data: ${JSON.stringify(writeOpenaiError(500, { message, code: "server_error" }))}\n\n`;
  },
};

const finishReasons = { stop: "stop", length: "length", refusal: "stop", "tool-call": "tool_calls" } as const;

function writeMetadata(answer: Answer): string {
  const { createdAtSeconds, model, systemFingerprint } = answer;
  const fingerprint = JSON.stringify(systemFingerprint);
  return `"created":${createdAtSeconds},"model":${JSON.stringify(model)},"service_tier":"default","system_fingerprint":${fingerprint}`;
}

function writeToolCalls(call: { name: string; arguments: string }, id: string) {
  return [{ id: `call_${id}`, type: "function", function: { name: call.name, arguments: call.arguments } }];
}

function writeUsage(usage: Usage) {
  return {
    prompt_tokens: usage.inputTokens,
    completion_tokens: usage.outputTokens,
    total_tokens: usage.inputTokens + usage.outputTokens,
    prompt_tokens_details: {
      cached_tokens: usage.cachedInputTokens,
      ...(usage.cacheWriteTokens > 0 && { cache_write_tokens: usage.cacheWriteTokens }),
      audio_tokens: 0,
    },
    completion_tokens_details: {
      reasoning_tokens: usage.reasoningTokens,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}
