import "server-only";
import type { Detector, Report } from "./detector";
import { Formulas } from "./formulas";
import { CodeBlocks } from "./markup/code-blocks";
import { CodeSpans } from "./markup/code-spans";
import type { TextWindow } from "./text-window";

const maxMarkChars = 24;

const isDigit = (code: number) => code >= 48 && code <= 57;
const opening = new Set([0x5b, 0x3010]);
const closing = new Set([0x5d, 0x3011]);
/** What stands between the numbers of one mark. */
const betweenNumbers = new Set([..." ,;-\u2013\u00a0\u3001"].map((character) => character.charCodeAt(0)));
/** More digits than any passage's number has: a year, not a citation. */
const maxDigits = 3;

/**
 * Takes away marks that name a passage which was not given to the model: [3], [1, 2], [1-3] with all between, 【9】, and
 * those behind a word, as the page takes each for a citation. In code and formulas brackets are brackets, and [0, 1] is
 * an interval.
 */
export class CitationDetector implements Detector {
  readonly guard = "citation";
  #position = 0;
  #start = -1;
  #closedAt = -1;
  #previous = 0;
  #isBehindBracket = false;
  readonly #blocks = new CodeBlocks();
  readonly #spans = new CodeSpans();
  readonly #formulas = new Formulas();
  readonly #numbers: ReadonlySet<number>;
  readonly #report: Report;

  constructor(numbers: readonly number[], report: Report) {
    this.#numbers = new Set(numbers);
    this.#report = report;
  }

  get holdFrom(): number {
    return this.#start >= 0 ? this.#start : this.#position;
  }

  read(text: TextWindow): void {
    for (let index = this.#position; index < text.length; index++) {
      this.#step(text.codeAt(index), index, text);
      this.#position = index + 1;
    }
  }

  end(text: TextWindow): void {
    if (this.#closedAt >= 0) this.#judge(text);
    this.#start = -1;
  }

  #step(code: number, index: number, text: TextWindow): void {
    const event = this.#blocks.step(code, index, text);
    if (event === "line") this.#endLine(index);
    else if (event === "blank-line" || event === "fence-opened") this.#endParagraph(index);
    else if (this.#blocks.language === null) this.#stepInline(code, index);
    this.#stepMark(code, index, text);
    this.#previous = code;
  }

  #endLine(index: number): void {
    this.#spans.endLine(index);
    this.#formulas.endLine();
  }

  #endParagraph(index: number): void {
    this.#spans.endParagraph(index);
    this.#formulas.endParagraph();
  }

  #stepInline(code: number, index: number): void {
    this.#spans.step(code, index, false);
    if (this.#spans.openFrom === null) this.#formulas.step(code);
  }

  #stepMark(code: number, index: number, text: TextWindow): void {
    if (this.#closedAt >= 0) {
      // "[1](…)" is a link and "[1]: …" its definition.
      if (code !== 40 && code !== 58) this.#judge(text);
      this.#start = -1;
      this.#closedAt = -1;
    }
    const isCode = this.#blocks.language !== null || this.#spans.openFrom !== null;
    if (opening.has(code) && !isCode && !this.#formulas.isOpen) {
      this.#start = index;
      this.#isBehindBracket = closing.has(this.#previous);
    } else if (this.#start < 0) return;
    else if (closing.has(code)) this.#closedAt = index;
    else if (!(isDigit(code) || betweenNumbers.has(code)) || index - this.#start > maxMarkChars)
      this.#start = -1;
  }

  #judge(text: TextWindow): void {
    const end = this.#closedAt + 1;
    const numbers = readNumbers(text.slice(this.#start + 1, this.#closedAt));
    if (numbers.every((number) => this.#numbers.has(number))) return;
    // Right behind a bracket, parentheses would make a link of both.
    const replacement = `${this.#isBehindBracket ? " " : ""}(source missing)`;
    this.#report({ reason: "unknown-passage", start: this.#start, end, replacement });
  }
}

/** The numbers of a mark, those of a range each; none when it is not one, as `[2024]`, `[0, 1]` and `[1-]` are not. */
function readNumbers(mark: string): number[] {
  const parts = mark.split(/[,;\u3001]/).map((part) => /^\s*(\d+)(?:\s*[-\u2013]\s*(\d+))?\s*$/.exec(part));
  const ranges = parts.map((part) => [part?.[1] ?? "", part?.[2] ?? part?.[1] ?? ""] as const);
  if (ranges.flat().some((digits) => digits.length > maxDigits || Number(digits) === 0)) return [];
  return ranges.flatMap(([first, last]) => {
    const [from, to] = [Number(first), Number(last)];
    return to < from ? [from, to] : Array.from({ length: to - from + 1 }, (_, step) => from + step);
  });
}
