import { z } from "zod";
import type { Answer, Usage } from "@/scripts/provider/answer/answer";
import type { Question } from "@/scripts/provider/answer/question";
import { estimateInputTokens } from "@/scripts/provider/answer/tokens";
import { writeAnthropicError } from "./anthropic-error";
import { FrameList, type Frames } from "./frames";
import { contentSchema, readTexts } from "./message-content";
import type { WireFormat } from "./wire-format";

const bodySchema = z.looseObject({
  model: z.string().min(1),
  max_tokens: z.int().min(1),
  messages: z
    .array(z.looseObject({ role: z.enum(["user", "assistant", "system"]), content: contentSchema }))
    .min(1),
  system: contentSchema,
  stream: z.boolean().nullish(),
  output_config: z.looseObject({ format: z.looseObject({ schema: z.unknown() }).nullish() }).nullish(),
  tools: z.array(z.looseObject({ name: z.string(), input_schema: z.unknown() })).nullish(),
  tool_choice: z.looseObject({ type: z.string(), name: z.string().optional() }).nullish(),
});

/** POST /v1/messages, Anthropic's protocol. */
export const anthropicMessages: WireFormat = {
  readQuestion(body): Question {
    const asked = bodySchema.parse(body);
    const texts = [
      ...readTexts(asked.system),
      ...asked.messages.flatMap((message) => readTexts(message.content)),
    ];
    const lastUser = asked.messages.findLast((message) => message.role === "user");
    const choice = asked.tool_choice;
    const tool = asked.tools?.find((entry) => choice?.type === "any" || entry.name === choice?.name);
    return {
      model: asked.model,
      isStream: asked.stream === true,
      lastUserText: readTexts(lastUser?.content).join("\n"),
      inputTokens: estimateInputTokens(texts),
      maxOutputTokens: asked.max_tokens,
      wantsStreamUsage: true,
      answerSchema: asked.output_config?.format?.schema ?? null,
      forcedTool: tool ? { name: tool.name, schema: tool.input_schema } : null,
    };
  },

  writeStream(answer): Frames {
    const list = new FrameList();
    const usage = writeUsage(answer.usage);
    const message = {
      ...writeMessage(answer),
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: { ...usage, output_tokens: answer.usage ? 1 : 0 },
    };
    list.open(writeEvent("message_start", { message }));
    list.open(writeEvent("ping", {}));
    for (const [index, block] of writeBlocks(answer).entries()) {
      list.lead(
        writeEvent("content_block_start", { index, content_block: { ...block, ...emptied[block.type] } }),
      );
      if (block.type === "thinking") {
        writeDeltas(list, index, "thinking_delta", "thinking", answer.reasoning);
        list.lead(
          writeEvent("content_block_delta", {
            index,
            delta: { type: "signature_delta", signature: block.signature },
          }),
        );
      } else if (block.type === "text") {
        writeDeltas(list, index, "text_delta", "text", answer.text);
      } else if (answer.toolCall) {
        writeDeltas(list, index, "input_json_delta", "partial_json", [answer.toolCall.arguments]);
      }
      list.lead(writeEvent("content_block_stop", { index }));
    }
    list.lead(writeEvent("message_delta", { delta: writeStop(answer), usage }));
    list.lead(writeEvent("message_stop", {}));
    return list.finish();
  },

  writeBody(answer): unknown {
    return {
      ...writeMessage(answer),
      content: writeBlocks(answer),
      ...writeStop(answer),
      usage: writeUsage(answer.usage),
    };
  },

  writeError: writeAnthropicError,

  writeErrorFrame(message): string {
    return writeEvent("error", { error: { type: "overloaded_error", message: message ?? "Overloaded" } });
  },
};

const stopReasons = {
  stop: "end_turn",
  length: "max_tokens",
  refusal: "refusal",
  "tool-call": "tool_use",
} as const;

const emptied = {
  thinking: { thinking: "", signature: "" },
  text: { text: "" },
  tool_use: { input: {} },
} as const;

function writeEvent(type: string, fields: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
}

/** There are hundreds of them, so what they have in common is written once. */
function writeDeltas(
  list: FrameList,
  index: number,
  type: string,
  field: string,
  pieces: readonly string[],
): void {
  const head = `event: content_block_delta\ndata: {"type":"content_block_delta","index":${index},"delta":{"type":"${type}","${field}":`;
  for (const piece of pieces) list.delta(`${head}${JSON.stringify(piece)}}}\n\n`);
}

function writeMessage(answer: Answer) {
  return { id: `msg_${answer.id}`, type: "message", role: "assistant", model: answer.model };
}

function writeBlocks(answer: Answer) {
  const thinking = {
    type: "thinking" as const,
    thinking: answer.reasoning.join(""),
    signature: `sig_${answer.id}`,
  };
  const text = answer.text.join("");
  return [
    ...(answer.reasoning.length > 0 ? [thinking] : []),
    ...(text === "" ? [] : [{ type: "text" as const, text }]),
    ...(answer.toolCall ? [writeToolUse(answer.toolCall, answer.id)] : []),
  ];
}

function writeToolUse(call: { name: string; arguments: string }, id: string) {
  return {
    type: "tool_use" as const,
    id: `toolu_${id}`,
    name: call.name,
    input: JSON.parse(call.arguments) as unknown,
  };
}

function writeStop(answer: Answer) {
  const details = { type: "refusal", category: null, explanation: "The simulator was told to refuse." };
  return {
    stop_reason: stopReasons[answer.finish],
    stop_sequence: null,
    ...(answer.finish === "refusal" && { stop_details: details }),
  };
}

/** The format cannot do without figures: a provider that keeps them to itself reports zeros. */
function writeUsage(usage: Usage | null) {
  const {
    inputTokens = 0,
    cachedInputTokens = 0,
    cacheWriteTokens = 0,
    outputTokens = 0,
    reasoningTokens = 0,
  } = usage ?? {};
  return {
    input_tokens: inputTokens - cachedInputTokens - cacheWriteTokens,
    cache_creation_input_tokens: cacheWriteTokens,
    cache_read_input_tokens: cachedInputTokens,
    output_tokens: outputTokens,
    ...(reasoningTokens > 0 && { output_tokens_details: { thinking_tokens: reasoningTokens } }),
    service_tier: "standard",
  };
}
