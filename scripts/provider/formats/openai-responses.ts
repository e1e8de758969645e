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
  input: z.union([
    z.string(),
    z.array(z.looseObject({ role: z.string().optional(), content: contentSchema })).min(1),
  ]),
  instructions: z.string().nullish(),
  stream: z.boolean().nullish(),
  max_output_tokens: z.int().min(1).nullish(),
  text: z.looseObject({ format: z.looseObject({ schema: z.unknown() }).nullish() }).nullish(),
  tools: z.array(z.looseObject({ name: z.string().optional(), parameters: z.unknown() })).nullish(),
  tool_choice: z.union([z.string(), z.looseObject({ name: z.string().optional() })]).nullish(),
});

/** POST /v1/responses, OpenAI's own protocol. */
export const openaiResponses: WireFormat = {
  readQuestion(body): Question {
    const asked = bodySchema.parse(body);
    const items = typeof asked.input === "string" ? [{ role: "user", content: asked.input }] : asked.input;
    const texts = [asked.instructions ?? "", ...items.flatMap((item) => readTexts(item.content))];
    const lastUser = items.findLast((item) => item.role === "user");
    const choice = asked.tool_choice;
    const chosen = typeof choice === "object" ? choice?.name : undefined;
    const tool = asked.tools?.find((entry) => entry.name && (entry.name === chosen || choice === "required"));
    return {
      model: asked.model,
      isStream: asked.stream === true,
      lastUserText: readTexts(lastUser?.content).join("\n"),
      inputTokens: estimateInputTokens(texts.filter((text) => text !== "")),
      maxOutputTokens: asked.max_output_tokens ?? null,
      wantsStreamUsage: true,
      answerSchema: asked.text?.format?.schema ?? null,
      forcedTool: tool?.name ? { name: tool.name, schema: tool.parameters } : null,
    };
  },

  writeStream(answer): Frames {
    const list = new FrameList();
    let sequence = 0;
    const frame = (type: string, fields: string) =>
      `event: ${type}\ndata: {"type":"${type}","sequence_number":${sequence++},${fields}}\n\n`;
    const event = (type: string, fields: object) => frame(type, JSON.stringify(fields).slice(1, -1));

    const started = {
      ...writeResponse(answer),
      status: "in_progress",
      output: [],
      usage: null,
      incomplete_details: null,
    };
    list.open(event("response.created", { response: started }));
    list.open(event("response.in_progress", { response: started }));
    for (const [index, item] of writeOutput(answer).entries()) {
      writeItem(item, answer, index, { list, frame, event });
    }
    const done = answer.finish === "length" ? "response.incomplete" : "response.completed";
    list.lead(event(done, { response: writeResponse(answer) }));
    return list.finish();
  },

  writeBody: writeResponse,

  writeError: writeOpenaiError,

  writeErrorFrame(message, deltasSent): string {
    const event = {
      type: "error",
      sequence_number: deltasSent + 4,
      code: "server_error",
      message: message ?? "The server had an error while processing your request. Sorry about that!",
      param: null,
    };
    return `event: error\ndata: ${JSON.stringify(event)}\n\n`;
  },
};

type Writer = {
  readonly list: FrameList;
  readonly frame: (type: string, fields: string) => string;
  readonly event: (type: string, fields: object) => string;
};

function writeItem(item: OutputItem, answer: Answer, index: number, writer: Writer): void {
  const { list, event } = writer;
  const place = { item_id: item.id, output_index: index };
  list.lead(
    event("response.output_item.added", { output_index: index, item: { ...item, ...emptied[item.type] } }),
  );
  if (item.type === "reasoning") {
    const at = { ...place, summary_index: 0 };
    list.lead(
      event("response.reasoning_summary_part.added", { ...at, part: { type: "summary_text", text: "" } }),
    );
    writeDeltas("response.reasoning_summary_text.delta", at, answer.reasoning, writer);
    const [part] = item.summary;
    list.lead(event("response.reasoning_summary_text.done", { ...at, text: part?.text }));
    list.lead(event("response.reasoning_summary_part.done", { ...at, part }));
  } else if (item.type === "message") {
    const at = { ...place, content_index: 0 };
    const isRefusal = answer.finish === "refusal";
    const kind = isRefusal ? "response.refusal" : "response.output_text";
    const part = isRefusal
      ? { type: "refusal", refusal: "" }
      : { type: "output_text", text: "", annotations: [], logprobs: [] };
    list.lead(event("response.content_part.added", { ...at, part }));
    writeDeltas(`${kind}.delta`, isRefusal ? at : { ...at, logprobs: [] }, answer.text, writer);
    const text = answer.text.join("");
    list.lead(event(`${kind}.done`, isRefusal ? { ...at, refusal: text } : { ...at, text, logprobs: [] }));
    list.lead(event("response.content_part.done", { ...at, part: item.content[0] }));
  } else {
    list.delta(event("response.function_call_arguments.delta", { ...place, delta: item.arguments }));
    list.lead(event("response.function_call_arguments.done", { ...place, arguments: item.arguments }));
  }
  list.lead(event("response.output_item.done", { output_index: index, item }));
}

/** There are hundreds of them, so what they have in common is written once. */
function writeDeltas(type: string, place: object, pieces: readonly string[], { list, frame }: Writer): void {
  const fields = JSON.stringify(place).slice(1, -1);
  for (const piece of pieces) list.delta(frame(type, `${fields},"delta":${JSON.stringify(piece)}`));
}

const emptied = {
  reasoning: { summary: [] },
  message: { status: "in_progress", content: [] },
  function_call: { status: "in_progress", arguments: "" },
} as const;

type OutputItem = ReturnType<typeof writeOutput>[number];

function writeOutput(answer: Answer) {
  const status = answer.finish === "length" ? ("incomplete" as const) : ("completed" as const);
  const text = answer.text.join("");
  const content =
    answer.finish === "refusal"
      ? { type: "refusal" as const, refusal: text }
      : { type: "output_text" as const, text, annotations: [], logprobs: [] };
  const summary = { type: "summary_text" as const, text: answer.reasoning.join("") };
  return [
    ...(answer.reasoning.length > 0
      ? [{ id: `rs_${answer.id}`, type: "reasoning" as const, summary: [summary] }]
      : []),
    answer.toolCall
      ? {
          id: `fc_${answer.id}`,
          type: "function_call" as const,
          call_id: `call_${answer.id}`,
          status,
          ...answer.toolCall,
        }
      : { id: `msg_${answer.id}`, type: "message" as const, role: "assistant", status, content: [content] },
  ];
}

function writeResponse(answer: Answer) {
  return {
    id: `resp_${answer.id}`,
    object: "response",
    created_at: answer.createdAtSeconds,
    status: answer.finish === "length" ? "incomplete" : "completed",
    error: null,
    incomplete_details: answer.finish === "length" ? { reason: "max_output_tokens" } : null,
    model: answer.model,
    output: writeOutput(answer),
    parallel_tool_calls: true,
    previous_response_id: null,
    service_tier: "default",
    store: true,
    metadata: {},
    usage: answer.usage && writeUsage(answer.usage),
  };
}

function writeUsage(usage: Usage) {
  return {
    input_tokens: usage.inputTokens,
    input_tokens_details: {
      cached_tokens: usage.cachedInputTokens,
      ...(usage.cacheWriteTokens > 0 && { cache_write_tokens: usage.cacheWriteTokens }),
    },
    output_tokens: usage.outputTokens,
    output_tokens_details: { reasoning_tokens: usage.reasoningTokens },
    total_tokens: usage.inputTokens + usage.outputTokens,
  };
}
