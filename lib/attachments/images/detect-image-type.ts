import "server-only";
import type { ImageType } from "@/lib/protocol/attachment";

/** Which kind of picture a file is by its first bytes; null for every other file. */
export function detectImageType(file: Uint8Array): ImageType | null {
  const start = Buffer.from(file.buffer, file.byteOffset, Math.min(file.byteLength, 12)).toString("latin1");
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (start.startsWith("\xff\xd8\xff")) return "image/jpeg";
  return start.startsWith("RIFF") && start.slice(8) === "WEBP" ? "image/webp" : null;
}
