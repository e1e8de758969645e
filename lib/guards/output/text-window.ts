import "server-only";

// Forgetting in steps keeps the cost of cutting the front off small beside the cost of what is pushed.
const forgetStep = 2048;
// What was appended lately stands apart, or every append would copy all that is remembered at the next look at it.
const maxRecentChars = 256;

/** The end of a growing text, addressed by indexes into the whole of it. */
export class TextWindow {
  #base = 0;
  #tail = "";
  #recent = "";
  #recentFrom = 0;

  /** Length of the whole text so far, in UTF-16 units. */
  get length(): number {
    return this.#recentFrom + this.#recent.length;
  }

  append(piece: string): void {
    if (this.#recent.length + piece.length > maxRecentChars) {
      this.#tail += this.#recent;
      this.#recentFrom += this.#recent.length;
      this.#recent = "";
    }
    this.#recent += piece;
  }

  /** The UTF-16 unit at an index, or NaN outside of what is remembered. */
  codeAt(index: number): number {
    return index >= this.#recentFrom
      ? this.#recent.charCodeAt(index - this.#recentFrom)
      : this.#tail.charCodeAt(index - this.#base);
  }

  /** The text between two indexes; what was forgotten is missing at its start. */
  slice(start: number, end: number): string {
    const from = this.#recentFrom;
    const recent = end > from ? this.#recent.slice(Math.max(0, start - from), end - from) : "";
    if (start >= from) return recent;
    const old = this.#tail.slice(Math.max(0, start - this.#base), Math.max(0, end - this.#base));
    return old + recent;
  }

  /** Nothing before this index will be asked for again. */
  forgetBefore(index: number): void {
    const kept = Math.min(index, this.#recentFrom);
    if (kept - this.#base < forgetStep) return;
    this.#tail = this.#tail.slice(kept - this.#base);
    this.#base = kept;
  }
}
