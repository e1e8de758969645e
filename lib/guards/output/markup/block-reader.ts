import "server-only";
import type { TextWindow } from "../text-window";
import { HtmlBlock, startsHtmlBlock } from "./html-block";
import { isLineStartCode, isWithinBlock, type LineStart, parseLineStart } from "./line-start";

type Fence = { mark: string; quotes: number; column: number; language: string };

const maxLineChars = 256;

/** Which lines that begin with "<" start a block of raw HTML: all, those of CommonMark, or none, as where HTML is off. */
export type HtmlReading = "any" | "exact" | "none";

/**
 * Follows fenced code and raw HTML line by line as CommonMark 0.31 has it; where that depends on blocks around it, it
 * errs towards "not code", because what is not code is judged.
 */
export class BlockReader {
  #fence: Fence | null = null;
  #html: HtmlBlock | null = null;
  #isHtmlFirstLine = false;
  /** The line's first characters, and whether all behind them are blank. */
  #line = "";
  #isRestBlank = true;
  #contentAt = -1;
  #start: LineStart | null = null;
  #listColumns: number[] = [];
  #isAfterBlank = true;
  #isAfterReturn = false;
  #lastLineEnd = 0;
  readonly #reading: HtmlReading;

  constructor(reading: HtmlReading) {
    this.#reading = reading;
  }

  /** The language of the fenced code that the last character lies in, or null outside of it. */
  get language(): string | null {
    return this.#fence?.language ?? null;
  }

  /** In raw HTML neither fences nor code spans mean anything. */
  get isHtml(): boolean {
    return this.#html !== null;
  }

  /** Where the line break before the current line starts. */
  get lastLineEnd(): number {
    return this.#lastLineEnd;
  }

  /** Reads a character and says what ended with it. */
  step(
    code: number,
    index: number,
    text: TextWindow,
  ): "fence-opened" | "fence-mark" | "blank-line" | "line" | null {
    const isSecondOfTwo = code === 10 && this.#isAfterReturn;
    this.#isAfterReturn = code === 13;
    if (isSecondOfTwo) return null;
    if (code === 10 || code === 13) {
      this.#lastLineEnd = index;
      return this.#endLine();
    }
    const isSpace = code === 32 || code === 9;
    if (this.#line.length < maxLineChars) this.#line += String.fromCharCode(code);
    else if (!isSpace) this.#isRestBlank = false;
    const isContentStart = this.#contentAt < 0 && !isLineStartCode(code);
    if (isContentStart) this.#startContent(this.#line.length - 1, code);
    if (code === 62) {
      this.#html?.closeAngle(this.#content(), this.#isHtmlFirstLine, text.slice(index - 11, index + 1));
    }
    // A backtick or tilde as the first of a line may open a fence; whether it does shows at the line's end.
    return isContentStart && (code === 96 || code === 126) ? "fence-mark" : null;
  }

  #content(): string {
    return this.#line.slice(Math.max(0, this.#contentAt));
  }

  #startContent(contentAt: number, code: number): void {
    this.#contentAt = contentAt;
    const prefix = this.#line.slice(0, contentAt);
    if (this.#fence && !isWithinBlock(prefix, this.#fence.quotes, this.#fence.column)) this.#fence = null;
    if (this.#fence) return;
    const start = parseLineStart(prefix);
    this.#start = start && this.#isPlausible(start) ? start : null;
    if (!this.#html && code === 60 && this.#reading !== "none") {
      this.#html = new HtmlBlock();
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

  #endLine(): "fence-opened" | "blank-line" | "line" {
    const isBlank = this.#line.trim() === "" && this.#isRestBlank;
    // Digits and marks alone on a line never reached their content.
    if (!isBlank && this.#contentAt < 0) this.#startContent(this.#line.length, 10);
    if (
      this.#isHtmlFirstLine &&
      this.#reading === "exact" &&
      !startsHtmlBlock(this.#content(), this.#isAfterBlank)
    )
      this.#html = null;
    const opened = this.#fence ? null : this.#openedFence();
    if (this.#fence) this.#endFenceLine(this.#fence, isBlank);
    else if (this.#html?.endsWithLine(this.#content(), this.#isHtmlFirstLine, isBlank)) this.#html = null;
    if (opened) this.#fence = opened;
    this.#isAfterBlank = isBlank;
    this.#isHtmlFirstLine = false;
    this.#line = "";
    this.#isRestBlank = true;
    this.#contentAt = -1;
    this.#start = null;
    if (opened) return "fence-opened";
    return isBlank ? "blank-line" : "line";
  }

  #openedFence(): Fence | null {
    if (!this.#start || this.#html || !this.#isRestBlank) return null;
    const match = /^(?:(`{3,})([^`]*)|(~{3,})(.*))$/s.exec(this.#content());
    if (!match) return null;
    const [, backticks, info = "", tildes = "", tildeInfo = ""] = match;
    const language = (backticks ? info : tildeInfo).trim().split(/\s/)[0] ?? "";
    const { quotes, column } = this.#start;
    return { mark: backticks ?? tildes, quotes, column, language: language.toLowerCase() };
  }

  #endFenceLine(fence: Fence, isBlank: boolean): void {
    const content = this.#content().trimEnd();
    const isMark = content.startsWith(fence.mark) && content === fence.mark.charAt(0).repeat(content.length);
    const isQuoteOver = isBlank && fence.quotes > 0;
    if (isQuoteOver || (isMark && this.#isRestBlank && !isBlank)) this.#fence = null;
  }
}
