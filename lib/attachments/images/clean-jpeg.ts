import "server-only";
import { imageLimits } from "@/lib/config/attachments";
import type { CleanedImage } from "./clean-image";
import { findOrientation, orientationSegment } from "./exif-orientation";

const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const COMMENT = 0xfe;
/** A JFIF header without its thumbnail (ISO/IEC 10918-5). */
const JFIF_LENGTH = 18;

/** `bytes` is the segment, and for a scan the coded pixels behind it. */
type Segment = { readonly marker: number; readonly bytes: Buffer };

/**
 * A JPEG's picture without its metadata (ITU-T T.81, annex B); null when its segments are not in order. What is kept of
 * the camera's data is which side is up.
 */
export function cleanJpeg(file: Buffer): CleanedImage | null {
  const segments = readSegments(file);
  const frame = segments?.find(({ marker }) => isFrameHeader(marker));
  if (segments === null || frame === undefined || frame.bytes.length < 9) return null;
  if (!segments.some(({ marker }) => marker === START_OF_SCAN)) return null;
  const shown = segments.map(shownOf).filter((bytes) => bytes !== null);
  return {
    content: Buffer.concat([file.subarray(0, 2), ...shown]),
    height: frame.bytes.readUInt16BE(5),
    width: frame.bytes.readUInt16BE(7),
  };
}

/** All segments up to the end of the image, what is behind it left out; null when they do not follow one another. */
function readSegments(file: Buffer): Segment[] | null {
  const segments: Segment[] = [];
  for (let at = 2; at + 2 <= file.length; ) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1] ?? 0;
    if (marker === END_OF_IMAGE) return [...segments, { marker, bytes: file.subarray(at, at + 2) }];
    // Any number of 0xFF may stand before a marker.
    const end = marker === 0xff ? at + 1 : endOfSegment(file, at);
    if (end === null || segments.length === imageLimits.maxParts) return null;
    if (marker !== 0xff) segments.push({ marker, bytes: file.subarray(at, end) });
    at = end;
  }
  return null;
}

/** Markers with parameters carry their length; those without (0x01, RST) have no place between segments. */
function endOfSegment(file: Buffer, at: number): number | null {
  if (at + 4 > file.length) return null;
  const marker = file[at + 1] ?? 0;
  const length = file.readUInt16BE(at + 2);
  const end = at + 2 + length;
  if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || length < 2 || end > file.length) return null;
  return marker === START_OF_SCAN ? endOfScan(file, end) : end;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which lie among them. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/**
 * Of application data, comments and what is reserved between them: the colour profile and what decoders need to read the
 * colours.
 */
function shownOf({ marker, bytes }: Segment): Buffer | null {
  const name = bytes.toString("latin1", 4, 16);
  if (marker === APP1) return orientationSegment(findOrientation(bytes));
  if (marker === APP0) return name.startsWith("JFIF\0") ? withoutThumbnail(bytes) : null;
  if (marker === APP2) return name.startsWith("ICC_PROFILE\0") ? bytes : null;
  if (marker === APP14) return name.startsWith("Adobe") ? bytes : null;
  return marker >= APP0 && marker <= COMMENT ? null : bytes;
}

/** The small picture that a JFIF header may end with, and its two sizes, are left out. */
function withoutThumbnail(header: Buffer): Buffer | null {
  if (header.length < JFIF_LENGTH) return null;
  const copy = Buffer.from(header.subarray(0, JFIF_LENGTH));
  copy.writeUInt16BE(JFIF_LENGTH - 2, 2);
  copy.fill(0, JFIF_LENGTH - 2);
  return copy;
}

/** Where the coded pixels end: at the next marker that is neither a stuffed 0xFF nor a restart. */
function endOfScan(file: Buffer, start: number): number {
  for (let at = start; at < file.length; at++) {
    if (file[at] !== 0xff) continue;
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return file.length;
}
