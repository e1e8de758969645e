import "server-only";
import { promisify } from "node:util";
import { constants, zstdCompress, zstdDecompress } from "node:zlib";

const compressAsync = promisify(zstdCompress);
const decompressAsync = promisify(zstdDecompress);

/** Level 1: a provider's event stream shrinks to a tenth at it, and the time is a fraction of a millisecond. */
const options = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Zstandard (RFC 8878), off the main thread. */
export function compress(bytes: Uint8Array | string): Promise<Buffer> {
  return compressAsync(bytes, options);
}

/** @throws Error when the bytes are not what `compress` made. */
export function decompress(bytes: Uint8Array): Promise<Buffer> {
  return decompressAsync(bytes);
}
