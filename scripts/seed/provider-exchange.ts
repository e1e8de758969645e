import { models } from "@/lib/config/models";

/** What a provider was sent and what came back, as the record keeps it. */
export type Exchange = { readonly url: string; readonly request: string; readonly response: string };

const WORDS_PER_DELTA = 3;

/** An exchange with a provider that answered `text`; cut short where `text` is. */
export function answeredExchange(model: string, question: string, text: string, tokens: Tokens): Exchange {
  return model.startsWith("anthropic/")
    ? anthropicExchange(nameOf(model), question, text, tokens)
    : openaiExchange(nameOf(model), question, text, tokens);
}

/** An exchange with a provider that refused. */
export function refusedExchange(model: string, question: string, message: string): Exchange {
  const { url, request } = answeredExchange(model, question, "", { input: 0, output: 0 });
  return {
    url,
    request,
    response: `${JSON.stringify({ error: { message, type: "server_error" } }, null, 2)}\n`,
  };
}

type Tokens = { readonly input: number; readonly output: number };

const INSTRUCTIONS =
  "You answer questions about Parapet. Rest every statement on the passages and cite them as [1]. Say so when they do not answer the question.";

function openaiExchange(model: string, question: string, text: string, tokens: Tokens): Exchange {
  const request = JSON.stringify({
    model,
    input: [
      { role: "developer", content: INSTRUCTIONS },
      { role: "user", content: [{ type: "input_text", text: question }] },
    ],
    max_output_tokens: 2048,
    store: false,
    ...(models.find(({ id }) => id.endsWith(model))?.reasoning && { reasoning: { effort: "minimal" } }),
    stream: true,
  });
  const deltas = piecesOf(text).map((delta) =>
    event({ type: "response.output_text.delta", output_index: 0, content_index: 0, delta }),
  );
  const usage = { input_tokens: tokens.input, output_tokens: tokens.output };
  const done = event({ type: "response.completed", response: { model, status: "completed", usage } });
  return {
    url: "https://api.openai.com/v1/responses",
    request,
    response: [event({ type: "response.created", response: { model } }), ...deltas, done].join(""),
  };
}

function anthropicExchange(model: string, question: string, text: string, tokens: Tokens): Exchange {
  const request = JSON.stringify({
    model,
    max_tokens: 2048,
    temperature: 0.3,
    system: [{ type: "text", text: INSTRUCTIONS }],
    messages: [{ role: "user", content: [{ type: "text", text: question }] }],
    stream: true,
  });
  const start = { type: "message_start", message: { model, usage: { input_tokens: tokens.input } } };
  const deltas = piecesOf(text).map((piece) =>
    event({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text: piece } }),
  );
  const end = {
    type: "message_delta",
    delta: { stop_reason: "end_turn" },
    usage: { output_tokens: tokens.output },
  };
  return {
    url: "https://api.anthropic.com/v1/messages",
    request,
    response: [event(start), ...deltas, event(end), event({ type: "message_stop" })].join(""),
  };
}

function event(data: { readonly type: string; readonly [key: string]: unknown }): string {
  return `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
}

function piecesOf(text: string): string[] {
  const words = text.split(/(?<=\s)/);
  const pieces: string[] = [];
  for (let at = 0; at < words.length; at += WORDS_PER_DELTA)
    pieces.push(words.slice(at, at + WORDS_PER_DELTA).join(""));
  return text === "" ? [] : pieces;
}

function nameOf(model: string): string {
  return model.slice(model.indexOf("/") + 1);
}
