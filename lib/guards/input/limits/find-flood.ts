import "server-only";

type Span = { readonly start: number; readonly end: number };

const probeLength = 8;
const drawsOrSpaces = /^[\s\p{P}\p{S}\p{Cc}]*$/u;

/**
 * The first stretch of at least `minLength` UTF-16 units in which a unit of at most `maxPeriod` repeats back to back,
 * or null. Lines of dashes, tables and blanks are not floods. O(length ×
 * maxPeriod / minLength) where nothing repeats; texts shorter than `minLength` cost nothing.
 */
export function findFlood(text: string, maxPeriod: number, minLength: number): Span | null {
  if (text.length < minLength) return null;
  let earliest: Span | null = null;
  for (let period = 1; period <= maxPeriod; period++) {
    const span = findPeriodic(text, period, minLength);
    if (span !== null && (earliest === null || span.start < earliest.start)) earliest = span;
  }
  return earliest;
}

/** Looks at one place in every half of `minLength` first: a flood that is long enough covers one of them whole. */
function findPeriodic(text: string, period: number, minLength: number): Span | null {
  const stride = minLength >> 1;
  for (let probe = period; probe < text.length; probe += stride) {
    if (!repeats(text, probe, period)) continue;
    let start = probe;
    while (start > period && text.charCodeAt(start - 1) === text.charCodeAt(start - 1 - period)) start--;
    let end = probe;
    while (end < text.length && text.charCodeAt(end) === text.charCodeAt(end - period)) end++;
    if (end - start + period >= minLength && !drawsOrSpaces.test(text.slice(start - period, start)))
      return { start: start - period, end };
    probe = Math.max(probe, end - stride);
  }
  return null;
}

function repeats(text: string, at: number, period: number): boolean {
  const end = Math.min(text.length, at + probeLength);
  for (let index = at; index < end; index++)
    if (text.charCodeAt(index) !== text.charCodeAt(index - period)) return false;
  return true;
}
