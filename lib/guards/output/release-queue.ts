import "server-only";
import type { Span } from "./detector";
import type { TextWindow } from "./text-window";

/** Spans that overlap, seen as one; `longest` fills the gap they leave. */
type Gap = { start: number; end: number; longest: Span };

/** Turns spans into the text that may be shown, in order, each character decided once. */
export class ReleaseQueue {
  /** In order, none touching another's inside. */
  #gaps: Gap[] = [];
  #released = 0;
  #blockAt = Number.POSITIVE_INFINITY;
  #closed = false;

  /** Everything before this index has been shown or withheld for good. */
  get released(): number {
    return this.#released;
  }

  /** True when a block was reached: nothing will be shown any more. */
  get isClosed(): boolean {
    return this.#closed;
  }

  /** The earliest index whose text may still have to be shown. */
  get neededFrom(): number {
    const first = this.#gaps[0];
    return first && first.start <= this.#released ? Math.max(this.#released, first.end) : this.#released;
  }

  redact(span: Span): void {
    let from = this.#gaps.length;
    while (from > 0 && (this.#gaps[from - 1]?.end ?? 0) > span.start) from--;
    let to = from;
    while (to < this.#gaps.length && (this.#gaps[to]?.start ?? 0) < span.end) to++;
    const gap: Gap = { start: span.start, end: span.end, longest: span };
    for (const touched of this.#gaps.slice(from, to)) {
      gap.start = Math.min(gap.start, touched.start);
      gap.end = Math.max(gap.end, touched.end);
      if (isBefore(touched.longest, gap.longest)) gap.longest = touched.longest;
    }
    this.#gaps.splice(from, to - from, gap);
  }

  /** Nothing from this index on may be shown. */
  blockFrom(index: number): void {
    this.#blockAt = Math.min(this.#blockAt, index);
  }

  close(): void {
    this.#closed = true;
    this.#gaps = [];
  }

  /**
   * Returns what may be shown of the text before `limit`. Spans that overlap are one gap; it waits until all of it lies
   * before the limit, so a later span cannot change what filled it.
   */
  release(text: TextWindow, limit: number): string {
    let shown = "";
    while (!this.#closed && this.#released < limit) {
      const gap = this.#gaps[0];
      const stop = Math.min(gap?.start ?? limit, limit, this.#blockAt);
      if (stop > this.#released) {
        shown += text.slice(this.#released, stop);
        this.#released = stop;
      }
      if (stop === this.#blockAt && this.#blockAt < limit) this.close();
      else if (!gap || gap.start >= limit || gap.end > limit) break;
      else {
        shown += gap.longest.replacement;
        this.#released = Math.max(this.#released, gap.end);
        this.#gaps.shift();
        if (this.#blockAt < gap.end) this.close();
      }
    }
    return shown;
  }
}

/** The longer span fills a gap; of equal ones it must not matter which was noticed first. */
function isBefore(a: Span, b: Span): boolean {
  const longer = a.end - a.start - (b.end - b.start);
  return longer > 0 || (longer === 0 && a.replacement < b.replacement);
}
