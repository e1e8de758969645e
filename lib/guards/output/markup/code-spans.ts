import "server-only";

const backtick = 96;
const backslash = 92;
const dollar = 36;
const bar = 124;

/** What became of an open code span: it was code, or it wasn't and everything in it counts. */
export type SpanOutcome = { readonly from: number; readonly isCode: boolean };

/**
 * Follows `code spans`. Whether a run of backticks opens one is known only at its closing run, so a span is open until
 * then. Where another construct may have a claim on a backtick (a table's cell, math, an address, a tag, a span over
 * several lines) nothing is believed to be code until the paragraph ends.
 */
export class CodeSpans {
  #open: { from: number; length: number } | null = null;
  #run = 0;
  #isEscaped = false;
  #isDoubtful = false;

  /** Where the span starts that is open now, or null. */
  get openFrom(): number | null {
    return this.#open?.from ?? null;
  }

  /** Reads a character; `isClaimed` when an address or a tag may be going on at it. */
  step(code: number, index: number, isClaimed: boolean): SpanOutcome | null {
    if (code === backtick) {
      if (isClaimed) this.#isDoubtful = true;
      if (this.#isEscaped && !this.#open) this.#isEscaped = false;
      else this.#run++;
      return null;
    }
    const outcome = this.#run > 0 ? this.#endRun(index) : null;
    if (code === bar || code === dollar)
      this.#isDoubtful ||= code === dollar ? !this.#open : this.#open !== null;
    this.#isEscaped = code === backslash && !this.#isEscaped;
    return outcome;
  }

  /** The line ended: a span that goes on is no longer believed. */
  endLine(index: number): SpanOutcome | null {
    const closed = this.#run > 0 ? this.#endRun(index) : null;
    const outcome = closed ?? (this.#open ? { from: this.#open.from, isCode: false } : null);
    this.#isDoubtful ||= this.#open !== null;
    this.#open = null;
    this.#isEscaped = false;
    return outcome;
  }

  /** The paragraph ended, or fenced code began: what was in doubt is forgotten. */
  endParagraph(index: number): SpanOutcome | null {
    const outcome = this.endLine(index);
    this.#isDoubtful = false;
    return outcome;
  }

  #endRun(index: number): SpanOutcome | null {
    const length = this.#run;
    this.#run = 0;
    if (!this.#open) {
      this.#open = { from: index - length, length };
      return null;
    }
    if (length !== this.#open.length) return null;
    const outcome = { from: this.#open.from, isCode: !this.#isDoubtful };
    this.#open = null;
    return outcome;
  }
}
