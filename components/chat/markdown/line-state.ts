type Fence = { readonly sign: string; readonly length: number; readonly isInList: boolean };

/** HTML whose content may have blank lines, and what ends it (CommonMark 4.6, kinds 1 to 5). */
const rawKinds: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^ {0,3}<(?:pre|script|style|textarea)(?:\s|>|$)/i, /<\/(?:pre|script|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![a-z]/i, />/],
];

const htmlStart = /^\s*<[/a-z]/i;
const listMarker = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const fenceOpening = /^(\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*)(`{3,}|~{3,})(.*)$/;

/**
 * Reads Markdown line by line and tells where a new top-level block begins for certain: behind a blank line, outside
 * of fences, lists and raw HTML. In doubt a block goes on, which is never wrong.
 */
export class LineState {
  #isEmpty = true;
  #isList = false;
  #isBehindBlank = false;
  #fence: Fence | undefined;
  #rawEnd: RegExp | undefined;
  /** HTML that a blank line ends. */
  #isHtml = false;
  /** Whether a fence has opened or closed is not clear: from there on, all is one block. */
  #isUnsure = false;

  /** Takes the next line, without its end. True when a block begins with it that the text before cannot reach into. */
  beginsBlock(wholeLine: string): boolean {
    const line = wholeLine.trimEnd();
    if (this.#fence !== undefined && !this.#leavesFence(this.#fence, line)) return false;
    if (this.#rawEnd !== undefined) {
      if (this.#rawEnd.test(line)) this.#rawEnd = undefined;
      return false;
    }
    if (line === "") {
      this.#isBehindBlank = true;
      this.#isHtml = false;
      return false;
    }
    const isNew = this.#mayCut && !this.#goesOn(line);
    if (isNew) this.#isList = false;
    this.#isEmpty = false;
    this.#isBehindBlank = false;
    this.#isList ||= listMarker.test(line);
    this.#open(line);
    return isNew;
  }

  /** The same for a line that is not whole yet; false as long as that depends on what is still to come. */
  surelyBeginsBlock(part: string): boolean {
    if (this.#fence !== undefined || this.#rawEnd !== undefined) return false;
    const isClear = this.#isList ? /^[^\s\d*+-]/ : /^\S/;
    return this.#mayCut && isClear.test(part);
  }

  get #mayCut(): boolean {
    return !this.#isEmpty && this.#isBehindBlank && !this.#isUnsure;
  }

  /** A fence in a list ends with the list, closed or not. */
  #leavesFence({ sign, length, isInList }: Fence, line: string): boolean {
    const signs = line.trim();
    if (
      signs.length >= length &&
      signs === sign.repeat(signs.length) &&
      (isInList || /^ {0,3}\S/.test(line))
    ) {
      this.#fence = undefined;
      // At the margin it may as well be outside of the list, and open a fence there.
      this.#isUnsure ||= isInList && !/^\s/.test(line);
      return false;
    }
    if (!isInList || signs === "" || /^\s/.test(line)) return false;
    // Or it was not in the list to begin with: its place would have to be counted out.
    this.#isUnsure = true;
    this.#fence = undefined;
    return true;
  }

  #goesOn(line: string): boolean {
    if (this.#isList) return /^\s/.test(line) || listMarker.test(line);
    // Possibly more of a block of code that is indented.
    return /^(?: {4}| {0,3}\t)/.test(line);
  }

  #open(line: string): void {
    const [, before = "", signs, rest = ""] = fenceOpening.exec(line) ?? [];
    const isFence = signs !== undefined && !(signs.startsWith("`") && rest.includes("`"));
    const wasHtml = this.#isHtml;
    this.#isHtml ||= htmlStart.test(line);
    if (isFence && this.#isHtml) this.#isUnsure = true;
    if (isFence && (this.#isList || /^ {0,3}$/.test(before))) {
      // So near the margin it is below the list, and no part of it.
      if (before.length < 2) this.#isList = false;
      this.#fence = { sign: signs.charAt(0), length: signs.length, isInList: this.#isList };
      return;
    }
    const raw = rawKinds.find(([start]) => start.test(line));
    if (raw === undefined || raw[1].test(line)) return;
    // What other HTML goes on with ends with that, at a blank line.
    if (wasHtml) this.#isUnsure = true;
    else this.#rawEnd = raw[1];
  }
}
