import type { InferUIMessageChunk } from "ai";
import type { AttachmentReference } from "./attachment";
import type { ChatDataParts, ChatMessage } from "./chat-message";

/** A message as it is kept: our own format, so that stored chats outlive the SDK's. Add kinds, never change one. */
export type MessageContent = { readonly version: 1; readonly parts: readonly ContentPart[] };

export type ContentPart =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "reasoning"; readonly text: string }
  | { readonly type: "attachment"; readonly attachment: AttachmentReference }
  | ({ readonly type: "sources" } & ChatDataParts["sources"])
  | { readonly type: "notice"; readonly notice: ChatDataParts["notice"] }
  | { readonly type: "usage"; readonly usage: ChatDataParts["usage"] };

type StreamPart = InferUIMessageChunk<ChatMessage>;

/** The parts of a chat message, from what was kept. */
export function toMessageParts(content: MessageContent): ChatMessage["parts"] {
  return content.parts.map((part): ChatMessage["parts"][number] => {
    switch (part.type) {
      case "text":
        return { type: "text", text: part.text, state: "done" };
      case "reasoning":
        return { type: "reasoning", text: part.text, state: "done" };
      case "attachment":
        return { type: "data-attachment", id: part.attachment.id, data: part.attachment };
      case "sources":
        return { type: "data-sources", id: "sources", data: { sources: part.sources } };
      case "notice":
        return { type: "data-notice", data: part.notice };
      default:
        return { type: "data-usage", data: part.usage };
    }
  });
}

/** The text of a message, without notices and sources. */
export function textOfContent(content: MessageContent): string {
  return content.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
}

/** The files that were sent with a message. */
export function attachmentsOfContent(content: MessageContent): AttachmentReference[] {
  return content.parts.flatMap((part) => (part.type === "attachment" ? [part.attachment] : []));
}

/** Builds what is kept of an answer from the parts that were shown, in order. */
export class ContentBuilder {
  private readonly texts = new Map<string, { type: "text" | "reasoning"; deltas: string[] }>();
  private readonly order: (string | ContentPart)[] = [];
  private sources: ChatDataParts["sources"] | undefined;

  add(part: StreamPart): void {
    switch (part.type) {
      case "text-start":
      case "reasoning-start":
        this.texts.set(part.id, { type: part.type === "text-start" ? "text" : "reasoning", deltas: [] });
        this.order.push(part.id);
        break;
      case "text-delta":
      case "reasoning-delta":
        this.texts.get(part.id)?.deltas.push(part.delta);
        break;
      case "data-notice":
        this.order.push({ type: "notice", notice: part.data });
        break;
      case "data-usage":
        this.order.push({ type: "usage", usage: part.data });
        break;
      case "data-sources":
        this.sources = part.data;
        break;
      default:
    }
  }

  build(): MessageContent {
    const parts = this.order.flatMap((entry): ContentPart[] => {
      if (typeof entry !== "string") return [entry];
      const text = this.texts.get(entry);
      const joined = text?.deltas.join("") ?? "";
      return text === undefined || joined === "" ? [] : [{ type: text.type, text: joined }];
    });
    const cited = this.sources?.sources.length ? [{ type: "sources" as const, ...this.sources }] : [];
    return { version: 1, parts: [...parts, ...cited] };
  }
}
