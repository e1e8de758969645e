import { DefaultChatTransport, type UIMessageChunk } from "ai";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import type { ChatRequest } from "@/lib/protocol/chat-request";
import { joinDeltas, sliceBytes } from "./calm-stream";
import { fetchAsGuest } from "./guest-session";
import { readRefusal } from "./refusal";
import { requireFinish } from "./require-finish";

/** What useChat hands on beside the messages. */
type TurnBody = { readonly regenerate?: unknown; readonly parentId?: unknown; readonly model?: unknown };

type TurnEvents = {
  /** The server has stored the question: from here on nothing is lost. */
  onAdmitted: () => void;
  /** There is nothing to resume: what the turn became is stored. */
  onNothingRuns: () => void;
};

/** What useChat speaks to the server with. @throws Refusal when the server says no, TypeError when it is not there. */
export class TurnTransport extends DefaultChatTransport<ChatMessage> {
  readonly #events: TurnEvents;

  constructor(events: TurnEvents) {
    super({
      api: "/api/chat",
      fetch: fetchTurn,
      prepareSendMessagesRequest: ({ id, messages, body }) => ({
        body: turnRequest(id, messages, body ?? {}),
      }),
    });
    this.#events = events;
  }

  override async sendMessages(options: Parameters<DefaultChatTransport<ChatMessage>["sendMessages"]>[0]) {
    const stream = await super.sendMessages(options);
    this.#events.onAdmitted();
    return stream;
  }

  override async reconnectToStream(
    options: Parameters<DefaultChatTransport<ChatMessage>["reconnectToStream"]>[0],
  ) {
    const stream = await super.reconnectToStream(options);
    if (stream === null) this.#events.onNothingRuns();
    return stream;
  }

  protected override processResponseStream(
    stream: ReadableStream<Uint8Array>,
  ): ReadableStream<UIMessageChunk> {
    return super
      .processResponseStream(stream.pipeThrough(sliceBytes()))
      .pipeThrough(requireFinish())
      .pipeThrough(joinDeltas());
  }
}

async function fetchTurn(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetchAsGuest(input, init);
  if (response.ok) return response;
  throw await readRefusal(response);
}

function turnRequest(
  chatId: string,
  messages: readonly ChatMessage[],
  { regenerate, parentId, model }: TurnBody,
): ChatRequest {
  const question = messages.findLast((message) => message.role === "user");
  if (question === undefined) throw new Error("There is no question to answer.");
  return {
    id: chatId,
    message: {
      id: question.id,
      role: "user",
      parts: question.parts.flatMap((part): ChatRequest["message"]["parts"] => {
        if (part.type === "text") return [{ type: "text", text: part.text }];
        return part.type === "data-attachment" ? [{ type: "data-attachment", id: part.data.id }] : [];
      }),
    },
    ...((typeof parentId === "string" || parentId === null) && { parentId }),
    ...(typeof regenerate === "string" && { regenerate }),
    ...(typeof model === "string" && { model }),
  };
}
