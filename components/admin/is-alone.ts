type Row = Readonly<Record<string, string | number | null>>;

/** Whether a value has no neighbour, so that no line can lead to it. */
export function isAlone(rows: readonly Row[], key: string, index: number): boolean {
  const isThere = (place: number) => typeof rows[place]?.[key] === "number";
  return isThere(index) && !isThere(index - 1) && !isThere(index + 1);
}
