import "server-only";

type Place = { readonly start: number; readonly end: number };

/** What lies between places of a run of digits that are in order, without the separators around it, with its offset. */
export function findGaps(run: string, places: readonly Place[]): { text: string; start: number }[] {
  const ends = [0, ...places.map(({ end }) => end)];
  const starts = [...places.map(({ start }) => start), run.length];
  return ends.flatMap((from, index) => {
    const text = run.slice(from, starts[index]);
    const inner = text.replace(/[ .\-/()]+$/, "").replace(/^[ .\-/)]+/, "");
    return inner === "" ? [] : [{ text: inner, start: from + text.indexOf(inner) }];
  });
}
