import type { UIMessageChunk } from "ai";

/** The connection ended although the answer had not: the turn goes on on the server and can be resumed. */
export class StreamCut extends Error {
  constructor() {
    super("The stream ended before the answer did.");
    this.name = "StreamCut";
  }
}

const lastChunkTypes: ReadonlySet<UIMessageChunk["type"]> = new Set(["finish", "abort", "error"]);

/** Tells a finished answer from a stream that a proxy or a restart has cut: both end without an error. */
export function requireFinish(): TransformStream<UIMessageChunk, UIMessageChunk> {
  let finished = false;
  return new TransformStream({
    transform(chunk, controller) {
      finished ||= lastChunkTypes.has(chunk.type);
      controller.enqueue(chunk);
    },
    flush(controller) {
      if (!finished) controller.error(new StreamCut());
    },
  });
}
