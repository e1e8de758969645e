import type { ColouredLine } from "./highlight-code";
import type { HighlightReply, HighlightRequest } from "./highlight-worker";

type Answered = (lines: readonly ColouredLine[] | null) => void;

const waiting = new Map<number, Answered>();
let worker: Worker | undefined;
let lastId = 0;

/** Coloured lines from the page's one worker; null where there is nothing to colour, or no worker. */
export function askHighlighter(code: string, language: string): Promise<readonly ColouredLine[] | null> {
  return new Promise((resolve) => {
    worker ??= startWorker();
    const request: HighlightRequest = { id: ++lastId, code, language };
    waiting.set(request.id, resolve);
    worker.postMessage(request);
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL("./highlight-worker.ts", import.meta.url), { type: "module" });
  started.onmessage = ({ data }: MessageEvent<HighlightReply>) => {
    waiting.get(data.id)?.(data.lines);
    waiting.delete(data.id);
  };
  // It could not be loaded: all code stays plain.
  started.onerror = () => {
    for (const answered of waiting.values()) answered(null);
    waiting.clear();
  };
  return started;
}
