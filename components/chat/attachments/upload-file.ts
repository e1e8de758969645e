import { strings } from "@/lib/config/strings";
import { type AttachmentState, FILE_NAME_HEADER } from "@/lib/protocol/attachment";
import { asGuest } from "../guest-session";
import { readRefusal } from "../refusal";

type UploadOptions = {
  readonly onProgress: (percent: number) => void;
  readonly signal: AbortSignal;
};

const CREATED = 201;
const PERCENT = 100;

/**
 * Sends a file to the server.
 * @throws Refusal when the server says no, TypeError when it is not there, AbortError when it was withdrawn
 */
export async function uploadFile(file: File, options: UploadOptions): Promise<AttachmentState> {
  const response = await asGuest(() => send(file, options));
  if (response.status !== CREATED) throw await readRefusal(response);
  // Our own server's answer to our own page.
  return (await response.json()) as AttachmentState;
}

/** Unlike fetch, an XMLHttpRequest says how far it is. */
function send(file: File, { onProgress, signal }: UploadOptions): Promise<Response> {
  return new Promise((resolve, reject) => {
    // Withdrawn while it was made smaller, or while a guest was signed in.
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open("POST", "/api/attachments");
    request.setRequestHeader(FILE_NAME_HEADER, encodeURIComponent(file.name.toWellFormed()));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : Math.floor((loaded / total) * PERCENT));
    request.onload = () => resolve(toResponse(request));
    request.onerror = () => reject(new TypeError(strings.attachments.offline));
    request.onabort = () => reject(new DOMException("withdrawn", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

function toResponse(request: XMLHttpRequest): Response {
  const retryAfter = request.getResponseHeader("retry-after");
  return new Response(request.responseText, {
    status: request.status,
    headers: retryAfter === null ? {} : { "retry-after": retryAfter },
  });
}
