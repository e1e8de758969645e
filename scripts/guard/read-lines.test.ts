import { expect, it } from "vitest";
import { readLines } from "./read-lines";

async function* bytes(text: string, size: number): AsyncGenerator<Uint8Array> {
  const all = Buffer.from(text);
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

async function linesOf(text: string, size: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(bytes(text, size))) lines.push(line);
  return lines;
}

const rows = ['{"id":"a","text":"one\u2028two\u2029three\u0085four"}', "", '{"id":"é😀"}'];

it.each([1, 2, 3, 7, 1000])("ends lines at line feeds alone, in chunks of %i bytes", async (size) => {
  expect(await linesOf(rows.join("\n"), size)).toEqual(rows);
  expect(await linesOf(`\ufeff${rows.join("\n")}\n`, size)).toEqual(rows);
});

it("gives nothing for nothing", async () => {
  expect(await linesOf("", 1)).toEqual([]);
});
