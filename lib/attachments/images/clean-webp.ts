import "server-only";
import { imageLimits } from "@/lib/config/attachments";
import type { CleanedImage } from "./clean-image";

const HEADER_LENGTH = 12;
const CHUNK_HEADER_LENGTH = 8;
const EXTENDED_LENGTH = 10;
/** Flags of VP8X: Exif, XMP. */
const METADATA_FLAGS = 0x0c;

const kept: ReadonlySet<string> = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ICCP"]);
const pixels: ReadonlySet<string> = new Set(["VP8 ", "VP8L"]);

/** `bytes` is the whole chunk, with its header and the byte that makes its length even. */
type Chunk = { readonly type: string; readonly bytes: Buffer };

/**
 * A WebP's picture without its metadata (RFC 9649); null when its chunks are not in order. An animation has no picture
 * of its own, so it is none.
 */
export function cleanWebp(file: Buffer): CleanedImage | null {
  const chunks = readChunks(file);
  const picture = chunks?.find(({ type }) => pixels.has(type));
  const size = picture === undefined ? null : sizeOf(picture);
  if (chunks === null || size === null) return null;
  const shown = chunks.filter(({ type }) => kept.has(type));
  const bytes = shown.map((chunk) => (chunk.type === "VP8X" ? withoutFlags(chunk.bytes) : chunk.bytes));
  const content = Buffer.concat([file.subarray(0, HEADER_LENGTH), ...bytes]);
  content.writeUInt32LE(content.length - CHUNK_HEADER_LENGTH, 4);
  return { content, ...size };
}

function readChunks(file: Buffer): Chunk[] | null {
  const fileEnd = CHUNK_HEADER_LENGTH + file.readUInt32LE(4);
  if (fileEnd > file.length) return null;
  const chunks: Chunk[] = [];
  for (let at = HEADER_LENGTH; at + CHUNK_HEADER_LENGTH <= fileEnd; ) {
    const type = file.toString("latin1", at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const end = at + CHUNK_HEADER_LENGTH + length + (length % 2);
    if (end > fileEnd || (type === "VP8X" && length < EXTENDED_LENGTH)) return null;
    if (chunks.length === imageLimits.maxParts) return null;
    chunks.push({ type, bytes: file.subarray(at, end) });
    at = end;
  }
  return chunks;
}

function withoutFlags(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy.writeUInt8(copy.readUInt8(CHUNK_HEADER_LENGTH) & ~METADATA_FLAGS, CHUNK_HEADER_LENGTH);
  return copy;
}

/** RFC 6386, 9.1 for the lossy format; RFC 9649, 3.4 for the lossless one. */
function sizeOf({ type, bytes }: Chunk): Pick<CleanedImage, "width" | "height"> | null {
  const data = bytes.subarray(CHUNK_HEADER_LENGTH);
  if (data.length < 10) return null;
  if (type === "VP8 ") {
    if (data.readUIntBE(3, 3) !== 0x9d012a) return null;
    return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
  }
  if (data[0] !== 0x2f) return null;
  const bits = data.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
