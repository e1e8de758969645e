import type { UIMessageChunk } from "ai";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { joinDeltas, sliceBytes } from "./calm-stream";

const delta = (text: string, id = "text"): UIMessageChunk => ({ type: "text-delta", id, delta: text });

function streamOf<Piece>(pieces: readonly Piece[]): ReadableStream<Piece> {
  return new ReadableStream<Piece>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

describe("joinDeltas", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("joins what comes at once and keeps the order", async () => {
    const parts: UIMessageChunk[] = [
      { type: "text-start", id: "text" },
      delta("a"),
      delta("b"),
      { type: "text-end", id: "text" },
      { type: "finish" },
    ];
    const joined = await Array.fromAsync(streamOf(parts).pipeThrough(joinDeltas()));
    expect(joined).toEqual([parts[0], delta("ab"), parts[3], parts[4]]);
  });

  it("holds a delta for a moment only, and loses none at the end", async () => {
    const { readable, writable } = joinDeltas();
    const [writer, reader] = [writable.getWriter(), readable.getReader()];
    void writer.write(delta("a"));
    const first = reader.read();
    await vi.advanceTimersByTimeAsync(40);
    expect((await first).value).toEqual(delta("a"));
    void writer.write(delta("b"));
    void writer.close();
    expect((await reader.read()).value).toEqual(delta("b"));
    expect((await reader.read()).done).toBe(true);
  });

  it("tells a reader that the stream broke", async () => {
    const broken = new ReadableStream<UIMessageChunk>({
      start(controller) {
        controller.enqueue(delta("a"));
        controller.error(new TypeError("cut"));
      },
    });
    await expect(Array.fromAsync(broken.pipeThrough(joinDeltas()))).rejects.toThrow("cut");
    await vi.advanceTimersByTimeAsync(100);
  });
});

describe("sliceBytes", () => {
  it("hands on every byte, in pieces", async () => {
    const bytes = Uint8Array.from({ length: 10_000 }, (_, index) => index % 251);
    const slices = await Array.fromAsync(streamOf([bytes, bytes.slice(0, 3)]).pipeThrough(sliceBytes()));
    expect(slices.map((slice) => slice.length)).toEqual([4096, 4096, 1808, 3]);
    expect(slices.flatMap((slice) => [...slice])).toEqual([...bytes, 0, 1, 2]);
  });
});
