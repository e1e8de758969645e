import "server-only";
import { promisify } from "node:util";
import { constants, zstdCompress, zstdCompressSync, zstdDecompress } from "node:zlib";

const compressAsync = promisify(zstdCompress);
const decompressAsync = promisify(zstdDecompress);

/** Level 1: a provider's event stream shrinks to a tenth at it, and the time is a fraction of a millisecond. */
const options = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** 64 kB take 0.1 ms, a third of what handing them to another thread and back does. */
const MAX_SYNC_BYTES = 65_536;

/** Zstandard (RFC 8878); what is long off the main thread. */
export async function compress(bytes: Uint8Array): Promise<Buffer> {
  return bytes.byteLength <= MAX_SYNC_BYTES
    ? zstdCompressSync(bytes, options)
    : compressAsync(bytes, options);
}

/** @throws Error when the bytes are not what `compress` made. */
export function decompress(bytes: Uint8Array): Promise<Buffer> {
  return decompressAsync(bytes);
}
