import "server-only";

/** Of `count` places in ascending order, the index of the first that is not before `place`; `count` when all are. O(log count). */
export function firstFrom(count: number, placeOf: (index: number) => number, place: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(middle) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
