/**
 * The lines of a JSONL stream, as they come. Only a line feed ends one: Node's readline also splits at U+2028 and U+2029,
 * which may stand in a JSON string as they are.
 */
export async function* readLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // Takes a byte-order mark at the beginning away, and puts characters together that two chunks share.
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  for await (const chunk of input) {
    const [rest = "", ...others] = decoder.decode(chunk, { stream: true }).split("\n");
    pieces.push(rest);
    for (const begun of others) {
      yield pieces.join("");
      pieces = [begun];
    }
  }
  pieces.push(decoder.decode());
  const last = pieces.join("");
  if (last !== "") yield last;
}
