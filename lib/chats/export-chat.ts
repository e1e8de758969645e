import "server-only";
import { strings } from "@/lib/config/strings";
import type { AttachmentReference } from "@/lib/protocol/attachment";
import type { ChatMessage } from "@/lib/protocol/chat-message";
import type { Source } from "@/lib/protocol/passage";
import { type Chat, findChat } from "./find-chat";

export type ExportFormat = "markdown" | "json";
export type ChatExport = { readonly fileName: string; readonly type: string; readonly body: string };

/** The current branch of a person's chat as a file; null when there is no such chat, or it is another's. */
export async function exportChat(
  chatId: string,
  userId: string,
  format: ExportFormat,
): Promise<ChatExport | null> {
  const chat = await findChat(chatId, userId);
  if (chat === null) return null;
  return format === "json"
    ? { fileName: `chat-${chatId}.json`, type: "application/json", body: toJson(chat) }
    : { fileName: `chat-${chatId}.md`, type: "text/markdown", body: toMarkdown(chat) };
}

function toJson({ id, title, messages }: Chat): string {
  const lines = messages.map((message) => ({
    id: message.id,
    role: message.role,
    createdAt: message.metadata?.createdAt,
    text: textOf(message),
    attachments: attachmentsOf(message).map(({ name, kind, byteLength, pages }) => ({
      name,
      kind,
      byteLength,
      pages,
    })),
    notices: message.parts.flatMap((part) => (part.type === "data-notice" ? [part.data.message] : [])),
    sources: sourcesOf(message).map(({ number, title: name, url }) => ({ number, title: name, url })),
  }));
  return `${JSON.stringify({ version: 1, id, title, messages: lines }, null, 2)}\n`;
}

function toMarkdown({ title, messages }: Chat): string {
  const sections = messages.map((message) => {
    const heading = message.role === "user" ? strings.transcript.question : strings.transcript.answer;
    const sources = sourcesOf(message).map(({ number, title: name, url }) => `${number}. [${name}](${url})`);
    const listed = sources.length === 0 ? [] : [`${strings.sources.label}:`, sources.join("\n")];
    const names = attachmentsOf(message).map(({ name }) => `- ${escapeMarkup(name)}`);
    const attached = names.length === 0 ? [] : [`${strings.attachments.label}:`, names.join("\n")];
    return [`## ${heading}`, textOf(message), ...attached, ...listed].join("\n\n");
  });
  return `${[`# ${title ?? strings.chats.untitled}`, ...sections].join("\n\n")}\n`;
}

function textOf(message: ChatMessage): string {
  return message.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
}

function attachmentsOf(message: ChatMessage): AttachmentReference[] {
  return message.parts.flatMap((part) => (part.type === "data-attachment" ? [part.data] : []));
}

/** Names of files are plain text, whatever they look like. */
function escapeMarkup(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>]/g, "\\$&");
}

function sourcesOf(message: ChatMessage): Source[] {
  return message.parts.flatMap((part) => (part.type === "data-sources" ? part.data.sources : []));
}
