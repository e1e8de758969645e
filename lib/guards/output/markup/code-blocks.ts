import "server-only";
import type { TextWindow } from "../text-window";
import { BlockReader, type Reading } from "./block-reader";

const readings: readonly Reading[] = (["any", "exact", "kept", "none"] as const).flatMap((html) =>
  (["item", "text"] as const).map((indentedIn) => ({ html, indentedIn })),
);

/**
 * Says what is fenced code. Readers of Markdown disagree about which lines are raw HTML, in which a fence means
 * nothing, and about what ends with a list, and so about which fence opens and which closes: what is not code to one of
 * them is not code.
 */
export class CodeBlocks {
  readonly #readers = readings.map((reading) => new BlockReader(reading));
  #wasCode = false;

  /** The language of the fenced code that the last character lies in, or null outside of it. */
  get language(): string | null {
    const language = this.#readers[0]?.language ?? null;
    return this.#readers.every((reader) => reader.language === language) ? language : null;
  }

  /** In what may be raw HTML neither fences nor code spans mean anything. */
  get isHtml(): boolean {
    return this.#readers[0]?.isHtml ?? false;
  }

  /** Where the line break before the current line starts. */
  get lastLineEnd(): number {
    return this.#readers[0]?.lastLineEnd ?? 0;
  }

  /** Reads a character and says what ended with it. */
  step(code: number, index: number, text: TextWindow): ReturnType<BlockReader["step"]> {
    let event: ReturnType<BlockReader["step"]> = null;
    for (const reader of this.#readers) event = reader.step(code, index, text);
    const isCode = this.language !== null;
    const isOpened = isCode && !this.#wasCode;
    this.#wasCode = isCode;
    if (isOpened) return "fence-opened";
    // All agree about lines, and about which are blank.
    return event === "fence-opened" ? "line" : event;
  }
}
