import type { UIMessageChunk } from "ai";
import { describe, expect, it } from "vitest";
import { requireFinish, StreamCut } from "./require-finish";

async function read(...chunks: UIMessageChunk[]): Promise<UIMessageChunk[]> {
  const source = new ReadableStream<UIMessageChunk>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const passed: UIMessageChunk[] = [];
  for await (const chunk of source.pipeThrough(requireFinish())) passed.push(chunk);
  return passed;
}

const delta: UIMessageChunk = { type: "text-delta", id: "1", delta: "Hi" };

describe("requireFinish", () => {
  it.each([
    { type: "finish" },
    { type: "abort" },
    { type: "error", errorText: "x" },
  ] satisfies UIMessageChunk[])("lets a stream pass that ends with $type", async (last) => {
    expect(await read(delta, last)).toEqual([delta, last]);
  });

  it("says so when a stream ends before the answer does", async () => {
    await expect(read(delta)).rejects.toBeInstanceOf(StreamCut);
    await expect(read()).rejects.toBeInstanceOf(StreamCut);
  });
});
