import "server-only";
import type { TextWindow } from "../text-window";
import { BlockReader } from "./block-reader";

/**
 * Says what is fenced code. Readers of Markdown disagree about which lines are raw HTML, in which a fence means
 * nothing, and so about which fence opens and which closes: what is not code to one of them is not code.
 */
export class CodeBlocks {
  readonly #loose = new BlockReader("any");
  readonly #others = [new BlockReader("exact"), new BlockReader("none")];
  #wasCode = false;

  /** The language of the fenced code that the last character lies in, or null outside of it. */
  get language(): string | null {
    const { language } = this.#loose;
    return this.#others.every((other) => other.language === language) ? language : null;
  }

  /** In what may be raw HTML neither fences nor code spans mean anything. */
  get isHtml(): boolean {
    return this.#loose.isHtml;
  }

  /** Where the line break before the current line starts. */
  get lastLineEnd(): number {
    return this.#loose.lastLineEnd;
  }

  /** Reads a character and says what ended with it. */
  step(code: number, index: number, text: TextWindow): ReturnType<BlockReader["step"]> {
    const event = this.#loose.step(code, index, text);
    for (const other of this.#others) other.step(code, index, text);
    const isCode = this.language !== null;
    const isOpened = isCode && !this.#wasCode;
    this.#wasCode = isCode;
    if (isOpened) return "fence-opened";
    // All agree about lines, and about which are blank.
    return event === "fence-opened" ? "line" : event;
  }
}
