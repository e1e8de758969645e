import "server-only";

// CommonMark 0.31, section 4.6: how a block of raw HTML starts and what ends it; all others end at a blank line.
const kinds: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>$/i],
  [/^<!--/, /-->$/],
  [/^<\?/, /\?>$/],
  [/^<!\[CDATA\[/, /\]\]>$/],
  [/^<![a-z]/i, />$/i],
];

/** Follows one block of raw HTML from its first line to its end. */
export class HtmlBlock {
  #end: RegExp | null = null;
  #isEnded = false;

  /** Reads a `>`: `line` is the line so far and `recent` the last characters, both with the `>`. */
  closeAngle(line: string, isFirstLine: boolean, recent: string): void {
    if (isFirstLine) this.#end ??= endOf(line);
    if (this.#end?.test(recent)) this.#isEnded = true;
  }

  /** Whether the block ends with this line. */
  endsWithLine(line: string, isFirstLine: boolean, isBlank: boolean): boolean {
    if (isFirstLine) this.#end ??= endOf(line);
    return this.#end ? this.#isEnded : isBlank;
  }
}

function endOf(line: string): RegExp | null {
  return kinds.find(([start]) => start.test(line))?.[1] ?? null;
}
