import "server-only";

/** A text made from another, which knows for each of its UTF-16 units where in the source that came from. */
export type MappedText = {
  readonly text: string;
  /** Per unit of `text`, where its origin starts; null when the text is its source. */
  readonly starts: Int32Array | null;
  readonly ends: Int32Array | null;
};

export type Span = { readonly start: number; readonly end: number };

/** A text as its own source. */
export function unmapped(text: string): MappedText {
  return { text, starts: null, ends: null };
}

/** The span of the source that `start` to `end` (exclusive) of the mapped text came from, whatever its direction. */
export function toSourceSpan(mapped: MappedText, start: number, end: number): Span {
  const { starts, ends } = mapped;
  if (starts === null || ends === null) return { start, end };
  const last = Math.max(start, Math.min(end, mapped.text.length) - 1);
  return {
    start: Math.min(starts[start] ?? 0, starts[last] ?? 0),
    end: Math.max(ends[start] ?? 0, ends[last] ?? 0),
  };
}

/** Writes a text piece by piece, each with the span of `base` it stands for; the result maps to `base`'s source. */
export class MappedTextWriter {
  #text = "";
  readonly #pieces: string[] = [];
  #starts: Int32Array;
  #ends: Int32Array;
  #length = 0;
  readonly #base: MappedText;

  constructor(base: MappedText) {
    this.#base = base;
    // Most texts keep about their length.
    this.#starts = new Int32Array(base.text.length + 64);
    this.#ends = new Int32Array(base.text.length + 64);
  }

  get length(): number {
    return this.#length;
  }

  /** Every unit of `piece` stands for `start` to `end` of the base. */
  write(piece: string, start: number, end: number): void {
    this.#grow(piece.length);
    const { starts, ends } = this.#base;
    const from = starts === null ? start : (starts[start] ?? 0);
    const to = ends === null ? end : (ends[end - 1] ?? from);
    for (let index = 0; index < piece.length; index++) {
      this.#starts[this.#length] = from;
      this.#ends[this.#length++] = to;
    }
    this.#append(piece);
  }

  /** Units `start` to `end` of the base, unchanged. */
  copy(start: number, end: number): void {
    this.copyAs(this.#base.text.slice(start, end), start);
  }

  /** `piece` in the place of as many units of the base, from `start`, unit by unit. */
  copyAs(piece: string, start: number): void {
    this.#grow(piece.length);
    const { starts, ends } = this.#base;
    const end = start + piece.length;
    if (starts === null || ends === null) {
      for (let index = start, at = this.#length; index < end; index++, at++) {
        this.#starts[at] = index;
        this.#ends[at] = index + 1;
      }
    } else {
      this.#starts.set(starts.subarray(start, end), this.#length);
      this.#ends.set(ends.subarray(start, end), this.#length);
    }
    this.#length += piece.length;
    this.#append(piece);
  }

  finish(): MappedText {
    return {
      text: this.#pieces.join("") + this.#text,
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    };
  }

  #append(piece: string): void {
    this.#text += piece;
    if (this.#text.length < 1024) return;
    this.#pieces.push(this.#text);
    this.#text = "";
  }

  #grow(more: number): void {
    if (this.#length + more <= this.#starts.length) return;
    const size = Math.max(this.#length + more, this.#starts.length * 2);
    const starts = new Int32Array(size);
    const ends = new Int32Array(size);
    starts.set(this.#starts);
    ends.set(this.#ends);
    this.#starts = starts;
    this.#ends = ends;
  }
}
