import "server-only";

const TIFF_AT = 10;
const ORIENTATION_TAG = 0x0112;
const ENTRY_LENGTH = 12;

/**
 * Which side of a photo is up, 1 to 8, as its Exif segment says (Exif 2.32, 4.6.4; TIFF 6.0, 2); 1, the usual one, when it
 * does not say.
 */
export function findOrientation(segment: Buffer): number {
  if (segment.toString("latin1", 4, TIFF_AT) !== "Exif\0\0") return 1;
  const tiff = segment.subarray(TIFF_AT);
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const read16 = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  if (tiff.length < 8) return 1;
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = read16(directory);
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * ENTRY_LENGTH;
    if (entry + ENTRY_LENGTH > tiff.length) return 1;
    if (read16(entry) !== ORIENTATION_TAG) continue;
    const orientation = read16(entry + 8);
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}

/** An Exif segment that says nothing but which side is up; null for the usual one. */
export function orientationSegment(orientation: number): Buffer | null {
  if (orientation === 1) return null;
  const segment = Buffer.alloc(36);
  segment.writeUInt16BE(0xffe1, 0);
  segment.writeUInt16BE(segment.length - 2, 2);
  segment.write("Exif\0\0MM\0*", 4, "latin1");
  segment.writeUInt32BE(8, TIFF_AT + 4);
  // One entry: the tag, as one 16-bit number.
  segment.writeUInt16BE(1, TIFF_AT + 8);
  segment.writeUInt16BE(ORIENTATION_TAG, TIFF_AT + 10);
  segment.writeUInt16BE(3, TIFF_AT + 12);
  segment.writeUInt32BE(1, TIFF_AT + 14);
  segment.writeUInt16BE(orientation, TIFF_AT + 18);
  return segment;
}
