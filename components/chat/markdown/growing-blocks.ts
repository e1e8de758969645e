import { LineState } from "./line-state";

/** A top-level block of Markdown with the blank lines behind it. Its place tells it from the others. */
export type Block = { readonly start: number; readonly text: string };
/** Blocks that follow each other; the page lays out and forgets them together. */
export type Section = readonly Block[];

const BLOCKS_PER_SECTION = 12;

/**
 * Splits a growing text into blocks, reading each line once. Only the last block may still change; sections that are
 * full stay the same objects, so what shows them need not look at them again.
 */
export class GrowingBlocks {
  #text = "";
  #lines = new LineState();
  /** Where the first line begins that is not whole yet. */
  #readTo = 0;
  #blockStart = 0;
  #full: Section[] = [];
  #open: Block[] = [];

  /** The sections of a text. It may be the last one with more behind it, or any other. */
  read(text: string): readonly Section[] {
    if (!text.startsWith(this.#text)) this.#startOver();
    this.#text = text;
    for (let end = text.indexOf("\n", this.#readTo); end >= 0; end = text.indexOf("\n", this.#readTo)) {
      if (this.#lines.beginsBlock(text.slice(this.#readTo, end))) this.#settle();
      this.#readTo = end + 1;
    }
    if (this.#lines.surelyBeginsBlock(text.slice(this.#readTo, this.#readTo + 1))) this.#settle();
    const last = { start: this.#blockStart, text: text.slice(this.#blockStart) };
    return [...this.#full, [...this.#open, last]];
  }

  /** The block before the line that is being read will not change any more. */
  #settle(): void {
    if (this.#blockStart === this.#readTo) return;
    const text = detached(this.#text.slice(this.#blockStart, this.#readTo));
    this.#open.push({ start: this.#blockStart, text });
    this.#blockStart = this.#readTo;
    // A heading stays with what it is the heading of.
    if (this.#open.length < BLOCKS_PER_SECTION || this.#open.at(-1)?.text.startsWith("#")) return;
    this.#full.push(this.#open);
    this.#open = [];
  }

  #startOver(): void {
    this.#lines = new LineState();
    this.#readTo = 0;
    this.#blockStart = 0;
    this.#full = [];
    this.#open = [];
  }
}

/** A copy: a slice would keep the whole text it was cut from in memory, and each block was cut from another one. */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}
