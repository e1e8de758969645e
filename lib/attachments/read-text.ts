import "server-only";
import { attachments } from "@/lib/config/attachments";
import { decodeText } from "./decode-text";
import type { ReadOutcome } from "./read-pdf";

/** The text of a text file, with line feeds alone as ends of lines. */
export function readText(content: Uint8Array): ReadOutcome {
  const decoded = decodeText(content);
  if (decoded === null) return { failure: "broken" };
  // Form feeds stand between pages, and a text file has none.
  const text = decoded.replaceAll(/\r\n?|\f/g, "\n");
  const { maxTextLength } = attachments;
  return {
    text: text.slice(0, maxTextLength).toWellFormed(),
    pages: null,
    isCut: text.length > maxTextLength,
  };
}
