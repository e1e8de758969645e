import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

type Fetch = typeof globalThis.fetch;

/** The bytes of one HTTP exchange with a provider, as they went over the wire. */
export type Recording = {
  requestUrl: string | null;
  requestHeaders: Record<string, string> | null;
  requestBody: string | null;
  responseStatus: number | null;
  responseHeaders: Record<string, string> | null;
  /** What arrived so far, in order. */
  readonly responseChunks: Uint8Array[];
};

/** Headers that may be kept. Everything else, keys above all, never reaches the record. */
const recordedHeaders: ReadonlySet<string> = new Set([
  "content-type",
  "anthropic-version",
  "anthropic-beta",
  "openai-version",
  "openai-processing-ms",
  "openai-model",
  "request-id",
  "x-request-id",
  "retry-after",
  "x-ratelimit-remaining-requests",
  "x-ratelimit-remaining-tokens",
  "date",
  "server",
]);

const MAX_RECORDED_BYTES = 8 * 1024 * 1024;

export function emptyRecording(): Recording {
  return {
    requestUrl: null,
    requestHeaders: null,
    requestBody: null,
    responseStatus: null,
    responseHeaders: null,
    responseChunks: [],
  };
}

type Recorder = { readonly recording: Recording; readonly onSend: () => void };

const recorders = new AsyncLocalStorage<Recorder>();

/**
 * Runs a call whose HTTP exchange is written into `recording`. Use one recording for each attempt. Models are made once
 * and shared, so their fetch learns from here whose call it is.
 * @param onSend called when the request is known and about to leave
 */
export function recordInto<T>(recording: Recording, onSend: () => void, call: () => T): T {
  return recorders.run({ recording, onSend }, call);
}

/** A fetch that keeps what it sends and receives. @throws Error outside of `recordInto`: no call goes off the record */
export const recordingFetch: Fetch = async (input, init) => {
  const recorder = recorders.getStore();
  if (recorder === undefined) throw new Error("A call to a provider has to be made through recordInto.");
  const { recording, onSend } = recorder;
  recording.requestUrl = input instanceof Request ? input.url : String(input);
  recording.requestHeaders = pickHeaders(new Headers(init?.headers));
  recording.requestBody = typeof init?.body === "string" ? init.body : null;
  onSend();
  const response = await unpatchedFetch()(input, init);
  recording.responseStatus = response.status;
  recording.responseHeaders = pickHeaders(response.headers);
  return response.body === null ? response : new Response(recordBody(response.body, recording), response);
};

/** Next wraps the global fetch with a cache of its own, which a provider's call must not go through. */
function unpatchedFetch(): Fetch {
  const current: Fetch & { _nextOriginalFetch?: Fetch } = globalThis.fetch;
  return current._nextOriginalFetch ?? current;
}

/** Copies nothing: the chunks that pass are the chunks that are kept. */
function recordBody(body: ReadableStream<Uint8Array>, recording: Recording): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let recordedBytes = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        recordedBytes += value.byteLength;
        if (recordedBytes <= MAX_RECORDED_BYTES) recording.responseChunks.push(value);
        controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

function pickHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => recordedHeaders.has(name.toLowerCase())));
}
