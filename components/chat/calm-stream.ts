import type { UIMessageChunk } from "ai";

/** What is parsed in one go: about a hundred words. */
const SLICE_BYTES = 4096;
const JOIN_MS = 30;

/** Hands large pieces on in slices, each in a task of its own: a backlog must not keep the page from being drawn. */
export function sliceBytes(): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    async transform(piece, controller) {
      controller.enqueue(piece.subarray(0, SLICE_BYTES));
      for (let start = SLICE_BYTES; start < piece.length; start += SLICE_BYTES) {
        await new Promise((resolve) => setTimeout(resolve));
        controller.enqueue(piece.subarray(start, start + SLICE_BYTES));
      }
    },
  });
}

/** Makes one delta of those that come within a frame or two: the page takes up hundreds of them a second no faster. */
export function joinDeltas(): TransformStream<UIMessageChunk, UIMessageChunk> {
  let held: Extract<UIMessageChunk, { type: "text-delta" }> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function release(controller: TransformStreamDefaultController<UIMessageChunk>): void {
    clearTimeout(timer);
    timer = undefined;
    if (held !== undefined) controller.enqueue(held);
    held = undefined;
  }

  const transformer = {
    transform(chunk: UIMessageChunk, controller: TransformStreamDefaultController<UIMessageChunk>) {
      if (chunk.type === "text-delta" && (held === undefined || held.id === chunk.id)) {
        held = { ...chunk, delta: (held?.delta ?? "") + chunk.delta };
        timer ??= setTimeout(() => release(controller), JOIN_MS);
        return;
      }
      release(controller);
      controller.enqueue(chunk);
    },
    flush: release,
    // In the standard, and not yet in TypeScript's idea of it.
    cancel: () => clearTimeout(timer),
  };
  return new TransformStream(transformer);
}
