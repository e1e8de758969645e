import "server-only";
import type { Detector, Report } from "./detector";
import { CodeBlocks } from "./markup/code-blocks";
import { CodeSpans } from "./markup/code-spans";
import type { TextWindow } from "./text-window";

const maxMarkChars = 24;

const isDigit = (code: number) => code >= 48 && code <= 57;
const isWord = (code: number) =>
  isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 122) || code === 95 || code === 93;

/** Takes away marks such as [3] and [1, 2] that name a passage which was not given to the model. */
export class CitationDetector implements Detector {
  readonly guard = "citation";
  #position = 0;
  #start = -1;
  #closedAt = -1;
  #previous = 0;
  readonly #blocks = new CodeBlocks();
  readonly #spans = new CodeSpans();
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
    if (event === "line") this.#spans.endLine(index);
    else if (event === "blank-line" || event === "fence-opened") this.#spans.endParagraph(index);
    else if (this.#blocks.language === null) this.#spans.step(code, index, false);
    this.#stepMark(code, index, text);
    this.#previous = code;
  }

  #stepMark(code: number, index: number, text: TextWindow): void {
    if (this.#closedAt >= 0) {
      // "[1](…)" is a link and "[1]: …" its definition.
      if (code !== 40 && code !== 58) this.#judge(text);
      this.#start = -1;
      this.#closedAt = -1;
    }
    const isCode = this.#blocks.language !== null || this.#spans.openFrom !== null;
    if (code === 91 && !isCode && !isWord(this.#previous)) this.#start = index;
    else if (this.#start < 0) return;
    else if (code === 93) this.#closedAt = index;
    else if (!this.#isMarkCode(code) || index - this.#start > maxMarkChars) this.#start = -1;
  }

  /** Digits, a comma or a hyphen between them, spaces. */
  #isMarkCode(code: number): boolean {
    return isDigit(code) || (this.#previous !== 91 && (code === 44 || code === 45 || code === 32));
  }

  #judge(text: TextWindow): void {
    const end = this.#closedAt + 1;
    const numbers = [...text.slice(this.#start, end).matchAll(/\d+/g)].map(Number);
    const isUnknown = numbers.some((number) => !this.#numbers.has(number));
    if (isUnknown)
      this.#report({ reason: "unknown-passage", start: this.#start, end, replacement: "(source missing)" });
  }
}
