import "server-only";
import { crc32 } from "node:zlib";
import { imageLimits } from "@/lib/config/attachments";
import type { CleanedImage } from "./clean-image";

const SIGNATURE_LENGTH = 8;
const HEADER_LENGTH = 13;
/** Length, type and checksum. */
const FRAME_LENGTH = 12;

/** Chunks that say how the picture looks; the rest is texts, times, a camera's data, and frames of an animation. */
const kept: ReadonlySet<string> = new Set([
  ...["IHDR", "PLTE", "IDAT", "IEND", "tRNS"],
  ...["cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs"],
]);

/** A PNG's picture without its metadata (W3C PNG, 3rd edition, 5.2 to 5.4); null when its chunks are not in order. */
export function cleanPng(file: Buffer): CleanedImage | null {
  const chunks: Buffer[] = [file.subarray(0, SIGNATURE_LENGTH)];
  let hasPixels = false;
  let count = 0;
  for (let at = SIGNATURE_LENGTH; at + FRAME_LENGTH <= file.length; ) {
    const end = at + FRAME_LENGTH + file.readUInt32BE(at);
    if (end > file.length || count++ === imageLimits.maxParts) return null;
    const type = file.toString("latin1", at + 4, at + 8);
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return null;
    if ((at === SIGNATURE_LENGTH) !== (type === "IHDR")) return null;
    if (kept.has(type)) chunks.push(file.subarray(at, end));
    hasPixels ||= type === "IDAT";
    if (type === "IEND") return hasPixels ? withSize(chunks) : null;
    at = end;
  }
  return null;
}

function withSize(chunks: readonly Buffer[]): CleanedImage | null {
  const header = chunks[1];
  if (header?.length !== FRAME_LENGTH + HEADER_LENGTH) return null;
  return { content: Buffer.concat(chunks), width: header.readUInt32BE(8), height: header.readUInt32BE(12) };
}
