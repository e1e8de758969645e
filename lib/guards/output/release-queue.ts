import "server-only";
import type { Span } from "./detector";
import type { TextWindow } from "./text-window";

/** Turns spans into the text that may be shown, in order, each character decided once. */
export class ReleaseQueue {
  #spans: Span[] = [];
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

  redact(span: Span): void {
    let at = this.#spans.length;
    while (at > 0 && (this.#spans[at - 1]?.start ?? 0) > span.start) at--;
    this.#spans.splice(at, 0, span);
  }

  /** Nothing from this index on may be shown. */
  blockFrom(index: number): void {
    this.#blockAt = Math.min(this.#blockAt, index);
  }

  close(): void {
    this.#closed = true;
    this.#spans = [];
  }

  /**
   * Returns what may be shown of the text before `limit`. Spans that touch are one gap, filled by the replacement of
   * the longest; a gap waits until all of it lies before the limit, so a later span cannot change what filled it.
   */
  release(text: TextWindow, limit: number): string {
    let shown = "";
    while (!this.#closed && this.#released < limit) {
      const gap = this.#firstGap();
      const stop = Math.min(gap?.start ?? limit, limit, this.#blockAt);
      if (stop > this.#released) {
        shown += text.slice(this.#released, stop);
        this.#released = stop;
      }
      if (stop === this.#blockAt && this.#blockAt < limit) this.close();
      else if (!gap || gap.start >= limit || gap.end > limit) break;
      else {
        shown += gap.replacement;
        this.#released = Math.max(this.#released, gap.end);
        this.#spans.splice(0, gap.count);
        if (this.#blockAt < gap.end) this.close();
      }
    }
    return shown;
  }

  #firstGap(): { start: number; end: number; replacement: string; count: number } | undefined {
    const first = this.#spans[0];
    if (!first) return undefined;
    let longest = first;
    let end = first.end;
    let count = 1;
    for (let next = this.#spans[1]; next && next.start < end; next = this.#spans[count]) {
      if (next.end - next.start > longest.end - longest.start) longest = next;
      end = Math.max(end, next.end);
      count++;
    }
    return { start: first.start, end, replacement: longest.replacement, count };
  }
}
