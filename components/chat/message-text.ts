import type { ChatMessage } from "@/lib/protocol/chat-message";

/** The text of a message without its other parts: for answers, the Markdown. */
export function messageText(message: ChatMessage): string {
  return message.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
}
