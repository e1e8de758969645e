import { type ColouredLine, highlightCode } from "./highlight-code";

/** What the page asks of the worker, and what comes back under the same number. */
export type HighlightRequest = { readonly id: number; readonly code: string; readonly language: string };
export type HighlightReply = { readonly id: number; readonly lines: readonly ColouredLine[] | null };

// Grammars take their time, which here is not the page's.
globalThis.onmessage = async ({ data }: MessageEvent<HighlightRequest>) => {
  // Colours are a nicety: without them the code is shown plain.
  const lines = await highlightCode(data.code, data.language).catch(() => null);
  const reply: HighlightReply = { id: data.id, lines };
  globalThis.postMessage(reply);
};
