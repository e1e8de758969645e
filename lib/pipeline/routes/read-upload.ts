import "server-only";
import { attachmentLimits, maxUploadBytesAtOnce } from "@/lib/config/attachments";
import { sentences } from "@/lib/config/sentences";
import { ChatError } from "@/lib/protocol/chat-error";

declare global {
  var parapetUploadBytes: number | undefined;
}

/**
 * The file that is the body of a request. Reads no more than is allowed, whatever the content-length header claims.
 * @throws ChatError too_large, model_unavailable (the server is full of others' uploads)
 */
export async function readUpload(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > attachmentLimits.maxFileBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.byteLength;
      hold(chunk.byteLength);
      if (length > attachmentLimits.maxFileBytes) throw tooLarge();
      chunks.push(chunk);
    }
    return new Uint8Array(Buffer.concat(chunks));
  } finally {
    hold(-length);
  }
}

/** Counts what is held: who sends nothing takes nothing, so slow uploads can't shut others out. */
function hold(bytes: number): void {
  const held = (globalThis.parapetUploadBytes ?? 0) + bytes;
  globalThis.parapetUploadBytes = held;
  if (bytes > 0 && held > maxUploadBytesAtOnce)
    throw new ChatError("model_unavailable", sentences.tooManyUploads, { retryAfterSeconds: 2 });
}

function tooLarge(): ChatError {
  return new ChatError("too_large", sentences.fileTooLarge);
}
