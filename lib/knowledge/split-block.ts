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
  const lines = block.split("\n");
  const [first = "", second = ""] = lines;
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(first)?.[1];
  if (fence !== undefined) {
    const isClosed = lines.length > 1 && lines.at(-1)?.trim().startsWith(fence) === true;
    return {
      head: `${first}\n`,
      body: lines.slice(1, isClosed ? -1 : undefined).join("\n"),
      tail: `\n${fence}`,
    };
  }
  const isTable = first.includes("|") && /^[ \t|:-]*-[ \t|:-]*$/.test(second);
  const head = isTable ? `${first}\n${second}\n` : "";
  return { head, body: block.slice(head.length), tail: "" };
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
