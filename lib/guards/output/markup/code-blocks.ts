import "server-only";
import type { TextWindow } from "../text-window";
import { BlockReader, type Reading } from "./block-reader";
import { CurrentLine } from "./current-line";

const readings: readonly Reading[] = (["any", "exact", "kept", "none"] as const).flatMap((html) =>
  (["item", "text"] as const).map((indentedIn) => ({ html, indentedIn })),
);

/**
 * Says what is fenced code. Readers of Markdown disagree about which lines are raw HTML, in which a fence means
 * nothing, and about what ends with a list, and so about which fence opens and which closes: what is not code to one of
 * them is not code.
 */
export class CodeBlocks {
  /** The language of the fenced code that the last character lies in, or null outside of it. */
  language: string | null = null;
  readonly #line = new CurrentLine();
  readonly #readers = readings.map((reading) => new BlockReader(reading, this.#line));

  /** In what may be raw HTML neither fences nor code spans mean anything. */
  get isHtml(): boolean {
    return this.#readers[0]?.isHtml ?? false;
  }

  /** Where the line break before the current line starts. */
  get lastLineEnd(): number {
    return this.#line.previousEnd;
  }

  /** Reads a character and says what ended with it. */
  step(
    code: number,
    index: number,
    text: TextWindow,
  ): "fence-opened" | "fence-mark" | "blank-line" | "line" | null {
    const step = this.#line.step(code, index);
    if (step === "end") return this.#endLine();
    if (step === "content") this.#startContent(code);
    if (code === 62) {
      const before = text.slice(index - 11, index + 1);
      for (const reader of this.#readers) reader.closeAngle(before);
    }
    // A backtick or tilde as the first of a line may open a fence; whether it does shows at the line's end.
    return step === "content" && (code === 96 || code === 126) ? "fence-mark" : null;
  }

  #endLine(): "fence-opened" | "blank-line" | "line" {
    const { isBlank } = this.#line;
    const wasCode = this.language !== null;
    // Digits and marks alone on a line never reached their content.
    if (!isBlank && this.#line.contentAt < 0) {
      this.#line.contentAt = this.#line.text.length;
      this.#startContent(10);
    }
    for (const reader of this.#readers) reader.endLine();
    this.#line.startAnew();
    this.#agree();
    if (this.language !== null && !wasCode) return "fence-opened";
    return isBlank ? "blank-line" : "line";
  }

  #startContent(code: number): void {
    for (const reader of this.#readers) reader.startContent(code);
    this.#agree();
  }

  #agree(): void {
    const language = this.#readers[0]?.language ?? null;
    this.language = this.#readers.every((reader) => reader.language === language) ? language : null;
  }
}
