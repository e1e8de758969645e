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

// The sixth kind starts with one of these names, the seventh with one whole tag alone on a line behind a blank one.
const blockNames =
  "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|" +
  "figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|" +
  "noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";
const blockTag = new RegExp(`^</?(?:${blockNames})(?:[ \\t]|/?>|$)`, "i");
const wholeTag =
  /^<(?:\/[a-z][a-z0-9-]*[ \t]*|[a-z][a-z0-9-]*(?:[ \t]+[a-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*[ \t]*\/?)>[ \t]*$/i;

/** Processing instructions, CDATA sections and declarations: the guard takes them away. */
const removed = /^<(?:\?|!\[CDATA\[|![a-z])/i;

/** Whether a line, from its `<` on, starts a block of raw HTML as CommonMark has it; `isKept` when it has to stand. */
export function startsHtmlBlock(line: string, isAfterBlank: boolean, isKept: boolean): boolean {
  if (isKept && removed.test(line)) return false;
  return endOf(line) !== null || blockTag.test(line) || (isAfterBlank && wholeTag.test(line));
}

function endOf(line: string): RegExp | null {
  return kinds.find(([start]) => start.test(line))?.[1] ?? null;
}
