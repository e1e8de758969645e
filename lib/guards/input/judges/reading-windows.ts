import "server-only";

export type ReadingWindow = { readonly start: number; readonly end: number };

type WindowPolicy = {
  readonly windowLength: number;
  /** How much neighbours share at least, so that what stands on a border is whole in one of them. */
  readonly overlap: number;
  readonly maxWindows: number;
};

/**
 * Windows of equal length over a text of a length, in order, spread evenly from its first character to its last; none
 * for an empty one. `isWhole` is false when the text needs more of them than there may be: then parts are left out.
 */
export function readingWindows(
  length: number,
  { windowLength, overlap, maxWindows }: WindowPolicy,
): { readonly windows: readonly ReadingWindow[]; readonly isWhole: boolean } {
  const rest = Math.max(0, length - windowLength);
  // Starts are rounded down, which may take one unit of the overlap.
  const step = Math.max(1, windowLength - overlap - 1);
  const needed = length === 0 ? 0 : 1 + Math.ceil(rest / step);
  const count = Math.min(needed, maxWindows);
  const windows = Array.from({ length: count }, (_, index) => {
    const start = Math.floor((index * rest) / Math.max(1, count - 1));
    return { start, end: Math.min(length, start + windowLength) };
  });
  return { windows, isWhole: count === needed };
}
