import "server-only";

/** No block is longer than this, in characters: five of them still fit what goes with a question. */
const MAX_BLOCK_LENGTH = 3_000;

/**
 * Cuts a block that is too long to be a passage: between sentences or lines, with a code block's fences and a table's
 * head repeated around every piece.
 */
export function splitBlock(block: string): string[] {
  if (block.length <= MAX_BLOCK_LENGTH) return [block];
  const { head, body, tail } = frameOf(block);
  const room = Math.max(MAX_BLOCK_LENGTH - head.length - tail.length, MAX_BLOCK_LENGTH / 2);
  return gather(pieces(body, head === "" ? /(?<=[.!?])\s+|\n/ : /\n/, room), room).map(
    (piece) => head + piece + tail,
  );
}

/** What has to stand around each piece so that it still reads as what it was. */
function frameOf(block: string): { head: string; body: string; tail: string } {
  const fence = /^ {0,3}((`{3,}|~{3,})[^\n]*)\n([\s\S]*?)\n? {0,3}\2[`~]*$/.exec(block);
  if (fence !== null) return { head: `${fence[1]}\n`, body: fence[3] ?? "", tail: `\n${fence[2]}` };
  const table = /^([^\n]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-[-:| \t]*\n)([\s\S]*)$/.exec(block);
  return table === null
    ? { head: "", body: block, tail: "" }
    : { head: table[1] ?? "", body: table[2] ?? "", tail: "" };
}

/** Cuts between units, and inside a unit that is itself too long (never inside a surrogate pair). */
function pieces(text: string, boundary: RegExp, room: number): string[] {
  return text.split(boundary).flatMap((unit) => unit.match(new RegExp(`[\\s\\S]{1,${room}}`, "gu")) ?? []);
}

function gather(units: readonly string[], room: number): string[] {
  const gathered: string[] = [];
  for (const unit of units) {
    const joined = gathered.length === 0 ? unit : `${gathered.at(-1)}\n${unit}`;
    if (gathered.length > 0 && joined.length <= room) gathered[gathered.length - 1] = joined;
    else gathered.push(unit);
  }
  return gathered;
}
