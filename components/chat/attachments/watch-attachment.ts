import { strings } from "@/lib/config/strings";
import type { AttachmentState } from "@/lib/protocol/attachment";
import { readRefusal } from "../refusal";

const FIRST_DELAY_MS = 150;
const MAX_DELAY_MS = 2_000;
const NOT_FOUND = 404;
/** A server that was away for a moment is asked again so many times in a row. */
const MAX_FAULTS = 5;

/**
 * Asks how it stands with a file until it is read or cannot be.
 * @throws Refusal when the server says no, TypeError when it is not there, AbortError when the file was withdrawn
 */
export async function watchAttachment(id: string, signal: AbortSignal): Promise<AttachmentState> {
  let delayMs = FIRST_DELAY_MS;
  for (let faults = 0; ; ) {
    try {
      const state = await ask(id, signal);
      if (state.status !== "pending") return state;
      faults = 0;
    } catch (error) {
      if (!(error instanceof TypeError) || ++faults > MAX_FAULTS) throw error;
    }
    await pause(delayMs, signal);
    delayMs = Math.min(delayMs * 1.5, MAX_DELAY_MS);
  }
}

async function ask(id: string, signal: AbortSignal): Promise<AttachmentState> {
  const response = await fetch(`/api/attachments/${id}`, { signal });
  // Our own server's answer to our own page.
  if (response.ok) return (await response.json()) as AttachmentState;
  const refusal = await readRefusal(response);
  if (response.status === NOT_FOUND) refusal.message = strings.attachments.gone;
  throw refusal;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        reject(new DOMException("withdrawn", "AbortError"));
      },
      { once: true },
    );
  });
}
