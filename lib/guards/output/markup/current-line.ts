import "server-only";
import { isLineStartCode } from "./line-start";

const maxLineChars = 256;

/** The line that is being read: what all readers of Markdown agree about. */
export class CurrentLine {
  /** Its first characters. */
  text = "";
  /** Whether all behind them are blank. */
  isRestBlank = true;
  /** Where its content starts, behind marks of quotations and lists; -1 before it does. */
  contentAt = -1;
  /** Where the line break before it starts. */
  previousEnd = 0;
  #isAfterReturn = false;

  get isBlank(): boolean {
    return this.isRestBlank && this.text.trim() === "";
  }

  get content(): string {
    return this.text.slice(Math.max(0, this.contentAt));
  }

  /** Reads a character and says whether the line ended before it, or its content starts with it. */
  step(code: number, index: number): "end" | "content" | null {
    const isSecondOfTwo = code === 10 && this.#isAfterReturn;
    this.#isAfterReturn = code === 13;
    if (isSecondOfTwo) return null;
    if (code === 10 || code === 13) {
      this.previousEnd = index;
      return "end";
    }
    if (this.text.length < maxLineChars) this.text += String.fromCharCode(code);
    else if (code !== 32 && code !== 9) this.isRestBlank = false;
    if (this.contentAt >= 0 || isLineStartCode(code)) return null;
    this.contentAt = this.text.length - 1;
    return "content";
  }

  startAnew(): void {
    this.text = "";
    this.isRestBlank = true;
    this.contentAt = -1;
  }
}
