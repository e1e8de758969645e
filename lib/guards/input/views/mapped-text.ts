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

/**
 * Writes a text piece by piece, each with the span of `base` it stands for; the result maps to `base`'s source. No map is
 * drawn as long as every unit stands where it stood.
 */
export class MappedTextWriter {
  #units: Uint16Array;
  /** Every bit that any unit has. */
  #bits = 0;
  #map: UnitMap | null = null;
  #length = 0;
  readonly #base: MappedText;

  constructor(base: MappedText) {
    this.#base = base;
    this.#units = new Uint16Array(roomFor(base.text.length));
  }

  get length(): number {
    return this.#length;
  }

  /** Every unit of `piece` stands for `start` to `end` of the base. */
  write(piece: string, start: number, end: number): void {
    const { starts, ends } = this.#base;
    const last = this.#length + piece.length;
    if (this.#map !== null || start !== this.#length || piece.length !== 1 || end - start !== 1) {
      const map = this.#mapFor(last);
      const from = starts === null ? start : (starts[start] ?? 0);
      map.starts.fill(from, this.#length, last);
      map.ends.fill(ends === null ? end : (ends[end - 1] ?? from), this.#length, last);
    }
    this.#reserve(last);
    for (let index = 0; index < piece.length; index++) this.#append(piece.charCodeAt(index));
  }

  /** Units `start` to `end` of the base, unchanged. */
  copy(start: number, end: number): void {
    this.#mapUnits(start, end);
    const { text } = this.#base;
    for (let index = start; index < end; index++) this.#append(text.charCodeAt(index));
  }

  /** Units `start` to `end` of the base, the letters A to Z in lower case. */
  copyLowered(start: number, end: number): void {
    this.#mapUnits(start, end);
    const { text } = this.#base;
    for (let index = start; index < end; index++) {
      const code = text.charCodeAt(index);
      this.#append(code >= 65 && code <= 90 ? code + 32 : code);
    }
  }

  finish(): MappedText {
    const { starts, ends } = this.#map ?? this.#base;
    return {
      text: toText(this.#units.subarray(0, this.#length), this.#bits),
      starts: starts?.subarray(0, this.#length) ?? null,
      ends: ends?.subarray(0, this.#length) ?? null,
    };
  }

  #append(unit: number): void {
    this.#units[this.#length++] = unit;
    this.#bits |= unit;
  }

  #mapUnits(start: number, end: number): void {
    const last = this.#length + end - start;
    if (this.#map !== null || start !== this.#length)
      copyMap(this.#base, start, end, this.#mapFor(last), this.#length);
    this.#reserve(last);
  }

  #reserve(length: number): void {
    if (length <= this.#units.length) return;
    const units = new Uint16Array(roomFor(length));
    units.set(this.#units);
    this.#units = units;
  }

  /** The map of what was written, with room for `length` units. */
  #mapFor(length: number): UnitMap {
    const old = this.#map;
    if (old !== null && length <= old.starts.length) return old;
    const size = roomFor(Math.max(length, this.#base.text.length));
    const map = { starts: new Int32Array(size), ends: new Int32Array(size) };
    copyMap(old ?? this.#base, 0, this.#length, map, 0);
    this.#map = map;
    return map;
  }
}

/** Most texts keep about their length, and what grows does so in few steps. */
function roomFor(length: number): number {
  return length + (length >> 1) + 64;
}

/** A string that is narrow in memory where it can be: those are searched faster. */
function toText(units: Uint16Array, bits: number): string {
  if (bits < 256) return Buffer.from(Uint8Array.from(units).buffer).toString("latin1");
  return Buffer.from(units.buffer, 0, units.byteLength).toString("utf16le");
}

type UnitMap = { readonly starts: Int32Array; readonly ends: Int32Array };

/** Copies where units `start` to `end` of `base` came from. */
function copyMap(
  { starts, ends }: Pick<MappedText, "starts" | "ends">,
  start: number,
  end: number,
  to: UnitMap,
  at: number,
): void {
  if (starts === null || ends === null) {
    for (let index = start; index < end; index++) {
      to.starts[at + index - start] = index;
      to.ends[at + index - start] = index + 1;
    }
    return;
  }
  to.starts.set(starts.subarray(start, end), at);
  to.ends.set(ends.subarray(start, end), at);
}
