import "server-only";
import type { CurrentLine } from "./current-line";
import { HtmlBlock, startsHtmlBlock } from "./html-block";
import { columnsOf, isWithinBlock, type LineStart, parseLineStart, withoutQuotes } from "./line-start";

/** Quote marks and column of what a block lies in. */
type Place = { readonly quotes: number; readonly container: number };
type Fence = Place & { readonly mark: string; readonly language: string };

const anywhere: Place = { quotes: 0, container: 0 };

/** Headings and lines across, behind which a new block begins. */
const endsProse = /^(?:#{1,6}(?:[ \t]|$)|(?:=+|-+)[ \t]*$|([-*_])(?:[ \t]*\1){2,}[ \t]*$)/;

/** How a reader of Markdown takes what others take otherwise. */
export type Reading = {
  /**
   * Which lines that begin with "<" start a block of raw HTML: all, those of CommonMark, those of them that the guard
   * leaves standing, or none, as where HTML is off.
   */
  readonly html: "any" | "exact" | "kept" | "none";
  /**
   * What an indented block belongs to: an item of a list, whose end is its end, or the text, in which it is indented.
   */
  readonly indentedIn: "item" | "text";
};

/**
 * Follows fenced code and raw HTML line by line as CommonMark 0.31 has it; where that depends on blocks around it, it
 * errs towards "not code", because what is not code is judged.
 */
export class BlockReader {
  #fence: Fence | null = null;
  #html: HtmlBlock | null = null;
  #htmlIn = anywhere;
  #isHtmlFirstLine = false;
  #start: LineStart | null = null;
  #listColumns: number[] = [];
  #isAfterBlank = true;
  /** The line before is prose, which a tag alone on a line goes on with. */
  #isAfterText = false;
  readonly #reading: Reading;
  readonly #line: CurrentLine;

  /** `line` is read by whoever owns this reader, and told of before it starts anew. */
  constructor(reading: Reading, line: CurrentLine) {
    this.#reading = reading;
    this.#line = line;
  }

  /** The language of the fenced code that the last character lies in, or null outside of it. */
  get language(): string | null {
    return this.#fence?.language ?? null;
  }

  /** In raw HTML neither fences nor code spans mean anything. */
  get isHtml(): boolean {
    return this.#html !== null;
  }

  /** A ">" was read, the last of `before`. */
  closeAngle(before: string): void {
    this.#html?.closeAngle(this.#line.content, this.#isHtmlFirstLine, before);
  }

  /** The line's content starts, with this character. */
  startContent(code: number): void {
    const { contentAt } = this.#line;
    const prefix = this.#line.text.slice(0, contentAt);
    if (this.#fence && !isWithinBlock(prefix, this.#fence.quotes, this.#fence.container)) this.#fence = null;
    if (this.#html && !isWithinBlock(prefix, this.#htmlIn.quotes, this.#htmlIn.container)) this.#html = null;
    if (this.#fence) return;
    const start = parseLineStart(prefix);
    this.#start = start && this.#isPlausible(start) ? start : null;
    if (!this.#html && code === 60 && this.#reading.html !== "none") {
      this.#html = new HtmlBlock();
      this.#htmlIn = this.#reading.html === "any" ? anywhere : this.#placeOf(start);
      this.#isHtmlFirstLine = true;
    }
    const edge = start?.marker?.column ?? start?.column ?? 0;
    this.#listColumns = this.#listColumns.filter((column) => column <= edge);
    if (this.#start?.marker) this.#listColumns.push(this.#start.column);
  }

  /** Whether the line can start a block where it stands, rather than go on with indented code or prose. */
  #isPlausible(start: LineStart): boolean {
    const edge = start.marker?.column ?? start.column;
    const list = Math.max(0, ...this.#listColumns.filter((column) => column <= edge));
    if (edge - list > 3) return false;
    return !start.marker || start.marker.interrupts || this.#isAfterBlank || this.#listColumns.length > 0;
  }

  /** The line ended, its content has started unless it is blank. */
  endLine(): void {
    const { isBlank } = this.#line;
    if (this.#isHtmlFirstLine && !this.#startsHtml()) this.#html = null;
    const opened = this.#fence ? null : this.#openedFence();
    const isText = !isBlank && !this.#fence && !opened && !this.#html && this.#isProse();
    if (this.#fence) this.#endFenceLine(this.#fence, isBlank);
    else if (this.#html?.endsWithLine(this.#line.content, this.#isHtmlFirstLine, isBlank)) this.#html = null;
    if (opened) this.#fence = opened;
    this.#isAfterBlank = isBlank;
    this.#isAfterText = isText;
    this.#isHtmlFirstLine = false;
    this.#start = null;
  }

  #openedFence(): Fence | null {
    if (!this.#start || this.#html || !this.#line.isRestBlank) return null;
    const match = /^(?:(`{3,})([^`]*)|(~{3,})(.*))$/s.exec(this.#line.content);
    if (!match) return null;
    const [, backticks, info = "", tildes = "", tildeInfo = ""] = match;
    const language = (backticks ? info : tildeInfo).trim().split(/\s/)[0] ?? "";
    return { mark: backticks ?? tildes, ...this.#placeOf(this.#start), language: language.toLowerCase() };
  }

  #placeOf(start: LineStart | null): Place {
    if (start === null) return anywhere;
    const isInItem = start.marker !== null || this.#reading.indentedIn === "item";
    return { quotes: start.quotes, container: isInItem ? start.column : 0 };
  }

  /** Neither a heading nor a line across nor, behind anything but prose, indented code. */
  #isProse(): boolean {
    const mayBeCode = !this.#isAfterText && /^(?: {4}| {0,3}\t)/.test(this.#line.text);
    return !mayBeCode && !endsProse.test(this.#line.content || this.#line.text.trim());
  }

  #startsHtml(): boolean {
    const { html } = this.#reading;
    if (html === "any") return true;
    return this.#start !== null && startsHtmlBlock(this.#line.content, !this.#isAfterText, html === "kept");
  }

  /** Within code, quote marks and list markers of more than its own block are code. */
  #endFenceLine(fence: Fence, isBlank: boolean): void {
    const isQuoteOver = isBlank && fence.quotes > 0;
    if (isQuoteOver || (this.#line.isRestBlank && isClosingFence(this.#line.text, fence))) this.#fence = null;
  }
}

function isClosingFence(line: string, { mark, quotes, container }: Fence): boolean {
  const rest = withoutQuotes(line, quotes) ?? "";
  const [, blanks = "", marks = ""] = /^([ \t]*)(`{3,}|~{3,})[ \t]*$/.exec(rest) ?? [];
  return marks.startsWith(mark) && columnsOf(blanks, 0) - container <= 3;
}
