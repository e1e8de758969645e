import "server-only";

/** Rows of words of a text, to be found in another whatever stands between the words. */
export type QuotedText = {
  readonly rowLength: number;
  readonly words: ReadonlySet<string>;
  /** Every row of that many words, joined by spaces. */
  readonly rows: ReadonlySet<string>;
};

const word = /[\p{L}\p{M}\p{N}]+/gu;

/** Reads a folded text of which `rowLength` words in a row are a quotation. */
export function readQuotedText(folded: string, rowLength: number): QuotedText {
  const words = folded.match(word) ?? [];
  const rows = new Set<string>();
  for (let at = 0; at + rowLength <= words.length; at++) rows.add(words.slice(at, at + rowLength).join(" "));
  return { rowLength, words: new Set(words), rows };
}

/** Where a folded text first repeats a row of words, or null. O(length): a word that is not quoted ends every row. */
export function findQuotation(
  folded: string,
  { rowLength, words, rows }: QuotedText,
): { start: number; end: number } | null {
  let row: { text: string; start: number }[] = [];
  for (const { 0: text, index } of rows.size === 0 ? [] : folded.matchAll(word)) {
    if (!words.has(text)) {
      row = [];
      continue;
    }
    row.push({ text, start: index });
    if (row.length > rowLength) row.shift();
    const start = row[0]?.start ?? index;
    if (row.length === rowLength && rows.has(row.map((part) => part.text).join(" ")))
      return { start, end: index + text.length };
  }
  return null;
}
