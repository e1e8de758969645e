import "server-only";

type Span = { readonly start: number; readonly end: number };

const drawsOrSpaces = /^[\s\p{P}\p{S}\p{Cc}]*$/u;

/**
 * The first stretch of at least `minLength` UTF-16 units in which a unit of at most `maxPeriod` repeats back to back,
 * or null. Lines of dashes, tables and blanks are not floods. O(length × maxPeriod), and the inner loop is a
 * comparison; texts shorter than `minLength` cost nothing.
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

function findPeriodic(text: string, period: number, minLength: number): Span | null {
  let start = 0;
  for (let index = period; index <= text.length; index++) {
    if (index < text.length && text.charCodeAt(index) === text.charCodeAt(index - period)) continue;
    if (index - start >= minLength && !drawsOrSpaces.test(text.slice(start, start + period)))
      return { start, end: index };
    start = index - period + 1;
  }
  return null;
}
