import "server-only";

// Forgetting in steps keeps the cost of cutting the front off small beside the cost of what is pushed.
const forgetStep = 2048;

/** The end of a growing text, addressed by indexes into the whole of it. */
export class TextWindow {
  #base = 0;
  #tail = "";

  /** Length of the whole text so far, in UTF-16 units. */
  get length(): number {
    return this.#base + this.#tail.length;
  }

  append(piece: string): void {
    this.#tail += piece;
  }

  /** The UTF-16 unit at an index, or NaN outside of what is remembered. */
  codeAt(index: number): number {
    return this.#tail.charCodeAt(index - this.#base);
  }

  /** The text between two indexes; what was forgotten is missing at its start. */
  slice(start: number, end: number): string {
    return this.#tail.slice(Math.max(0, start - this.#base), Math.max(0, end - this.#base));
  }

  /** Nothing before this index will be asked for again. */
  forgetBefore(index: number): void {
    if (index - this.#base < forgetStep) return;
    this.#tail = this.#tail.slice(index - this.#base);
    this.#base = index;
  }
}
