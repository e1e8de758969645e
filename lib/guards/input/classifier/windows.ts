import "server-only";

export type Window = { readonly start: number; readonly end: number };

/** UTF-16 units of folded text that are judged at once; windows overlap by half, so nothing falls between. */
export const windowLength = 800;
const windowStep = windowLength / 2;

/** Overlapping windows over a text of a length; one for a short text. */
export function windowsOf(length: number): Window[] {
  if (length <= windowLength) return [{ start: 0, end: length }];
  const windows: Window[] = [];
  for (let start = 0; start < length - windowStep; start += windowStep)
    windows.push({ start, end: Math.min(length, start + windowLength) });
  return windows;
}
