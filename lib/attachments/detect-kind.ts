import "server-only";
import { attachments } from "@/lib/config/attachments";
import { refusedSignatures } from "@/lib/config/file-signatures";
import type { AttachmentKind } from "@/lib/protocol/attachment";
import { decodeText } from "./decode-text";
import { detectImageType } from "./images/detect-image-type";

/** Readers accept a PDF whose header lies within the first kilobyte (ISO 32000-1, Annex H.3, note 13). */
const PDF_HEADER_RANGE = 1_024;

export type DetectedKind = AttachmentKind | "empty" | "other-image" | "document" | "other";

/**
 * What a file is, by its content: its name only tells Markdown from other text. What is not text and not a PDF is told
 * apart as far as people can be told what to do about it.
 */
export function detectKind(content: Uint8Array, name: string): DetectedKind {
  if (content.byteLength === 0) return "empty";
  if (detectImageType(content) !== null) return "image";
  const head = Buffer.from(
    content.buffer,
    content.byteOffset,
    Math.min(content.byteLength, PDF_HEADER_RANGE),
  );
  if (head.includes("%PDF-")) return "pdf";
  const text = decodeText(content);
  if (text?.trim() === "") return "empty";
  if (text !== null && controlShareOf(text) <= attachments.maxControlShare) {
    return /\.(md|markdown)$/i.test(name) ? "markdown" : "text";
  }
  const hex = head.toString("hex");
  return refusedSignatures.find(({ offset, bytes }) => hex.startsWith(bytes, offset * 2))?.is ?? "other";
}

function controlShareOf(text: string): number {
  let controls = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // Tab, line feed, form feed and carriage return belong to text, and escape to the colours of logs.
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 27) controls += 1;
  }
  return controls / text.length;
}
