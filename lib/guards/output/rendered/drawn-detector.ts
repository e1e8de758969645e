import "server-only";
import type { OutputGuardName } from "@/lib/config/guardrails-output";
import type { Detector, Report, Span } from "../detector";
import { TextWindow } from "../text-window";
import type { DrawnText } from "./drawn-text";

/** So many letters and digits drawn out over the longest hold are withheld; fewer are chance. */
const minDrawnOutChars = 4;
const contextChars = 512;
const structural = /[`"'<>=\n\r]/;

/**
 * Lets a detector read the text as it is drawn, and reports what it finds where that stands in the text. What is held
 * in the drawn text is held in the text, and so is what may turn out to be drawn otherwise.
 */
export class DrawnDetector implements Detector {
  readonly guard: OutputGuardName;
  #inner: Detector | null = null;
  #window = new TextWindow();
  /** Where the window begins in the drawn text. */
  #origin = 0;
  /** Nothing is reported before this index of the text. */
  #floor = 0;
  #hold = Number.POSITIVE_INFINITY;
  /** At or before where the inner detector holds, in the text. */
  #lastHold = 0;
  #text: TextWindow | null = null;
  readonly #drawn: DrawnText;
  readonly #twin: Detector;
  readonly #make: (report: Report) => Detector | null;
  readonly #maxHeldChars: number;
  readonly #report: Report;

  /** `twin` reads the text as it stands, after this one; `make` makes another like it. */
  constructor(
    twin: Detector,
    drawn: DrawnText,
    make: (report: Report) => Detector | null,
    maxHeldChars: number,
    report: Report,
  ) {
    this.guard = twin.guard;
    this.#twin = twin;
    this.#drawn = drawn;
    this.#make = make;
    this.#maxHeldChars = maxHeldChars;
    this.#report = report;
  }

  get holdFrom(): number {
    return this.#hold;
  }

  read(text: TextWindow): void {
    this.#text = text;
    this.#drawn.read(text);
    if (!this.#drawn.isAwake) return;
    if (!this.#inner) {
      this.#floor = this.#drawn.floor;
      this.#lastHold = this.#floor;
      this.#startAnew(this.#twin);
    }
    this.#readUpTo(text.length);
    const hold = Math.min(this.#inner?.holdFrom ?? Number.POSITIVE_INFINITY, this.#window.length);
    this.#hold = Math.min(this.#drawn.pendingFrom, this.#startOf(hold, Number.POSITIVE_INFINITY));
    this.#drawn.keepFrom(this.#origin + hold);
    this.#window.forgetBefore(hold - contextChars);
  }

  end(text: TextWindow): void {
    this.#drawn.end(text);
    if (!this.#drawn.isAwake) return;
    this.read(text);
    this.#append(Number.POSITIVE_INFINITY);
    this.#inner?.end(this.#window);
  }

  /** Reads on, and stops wherever what is held may have become too long, so that the pieces make no difference. */
  #readUpTo(length: number): void {
    for (;;) {
      const limit = this.#lastHold + this.#maxHeldChars + 1;
      this.#append(Math.min(limit, length));
      if (limit > length) return;
      this.#lastHold = this.#startOf(this.#inner?.holdFrom ?? Number.POSITIVE_INFINITY, limit);
      if (limit - this.#lastHold > this.#maxHeldChars) this.#giveUp(limit);
    }
  }

  /** Gives the inner detector what is known to be drawn of the first `length` characters of the text. */
  #append(length: number): void {
    const from = this.#origin + this.#window.length;
    let to = this.#drawn.length;
    // Nearly always all of it.
    if (to > from && this.#drawn.knownAt(to - 1) > length) {
      to = from;
      while (this.#drawn.knownAt(to) <= length) to++;
    }
    if (to === from) return;
    this.#window.append(this.#drawn.slice(from, to));
    this.#inner?.read(this.#window);
  }

  /** Where the character stands in the text at which the inner detector holds; `none` when it waits for none. */
  #startOf(hold: number, none: number): number {
    if (hold >= this.#window.length) return none;
    return Math.max(this.#floor, this.#drawn.startOf(this.#origin + hold));
  }

  /** Few drawn characters stand for more text than may wait: they are withheld, and the reading begins anew. */
  #giveUp(index: number): void {
    const held = this.#window.slice(this.#inner?.holdFrom ?? 0, this.#window.length);
    const start = this.#lastHold;
    this.#floor = index;
    this.#lastHold = index;
    this.#origin += this.#window.length;
    this.#window = new TextWindow();
    this.#startAnew(this.#inner);
    if ((held.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= minDrawnOutChars)
      this.#report({ reason: "word-too-long", start, end: index, replacement: "(text removed)" });
  }

  #startAnew(from: Detector | null): void {
    this.#inner = this.#make((span) => this.#found(span));
    if (from) this.#inner?.takeOver?.(from);
  }

  #found(span: Span): void {
    for (const { start, end } of this.#piecesOf(this.#origin + span.start, this.#origin + span.end)) {
      const from = Math.max(start, this.#floor);
      if (from < end) this.#report({ ...span, start: from, end });
    }
  }

  /**
   * Where drawn characters stand in the text. What lies between them goes with them, except what could make something
   * else of the text around it: without a backtick code is no code, without a quote or `<` text turns into a tag.
   */
  #piecesOf(from: number, to: number): { start: number; end: number }[] {
    const pieces: { start: number; end: number }[] = [];
    for (let at = from; at < to; at++) {
      const start = this.#drawn.startOf(at);
      const end = this.#drawn.endOf(at);
      const last = pieces.at(-1);
      if (!last || (start > last.end && structural.test(this.#text?.slice(last.end, start) ?? "")))
        pieces.push({ start, end });
      else last.end = Math.max(last.end, end);
    }
    return pieces;
  }
}
