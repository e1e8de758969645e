import "server-only";

export type Window = { readonly start: number; readonly end: number };

/** UTF-16 units of folded text that are judged at once; windows overlap by half, so nothing falls between. */
const windowLength = 800;
export const windowStep = windowLength / 2;

/** Overlapping windows over a text of a length; one for a short text. */
export function windowsOf(length: number): Window[] {
  if (length <= windowLength) return [{ start: 0, end: length }];
  const windows: Window[] = [];
  for (let start = 0; start < length - windowStep; start += windowStep)
    windows.push({ start, end: Math.min(length, start + windowLength) });
  return windows;
}

/** How much of what surrounds a telling place is read with it, on either side. */
const closeUp = 150;
const maxCloseUps = 8;

/** Short windows around telling places of a long text, so that what surrounds an attack cannot outweigh it. */
export function closeUpsOf(length: number, places: readonly Window[]): Window[] {
  if (length <= windowStep) return [];
  return places
    .slice(0, maxCloseUps)
    .map(({ start, end }) => ({ start: Math.max(0, start - closeUp), end: Math.min(length, end + closeUp) }));
}
