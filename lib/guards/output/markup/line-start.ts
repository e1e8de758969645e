import "server-only";

/** What stands before the content of a line: quote marks, list markers and spaces, as columns. */
export type LineStart = {
  readonly quotes: number;
  /** Column of the content behind the quote marks. */
  readonly column: number;
  /** The first list marker behind the quote marks; `interrupts` when it may follow a line of prose directly. */
  readonly marker: { readonly column: number; readonly interrupts: boolean } | null;
};

// Numbers of six digits and more may be redacted as somebody's, and with them the list, so they make none here.
const shape = /^((?: {0,3}>[ \t]?)*)([ \t]*)((?:(?:[-*+]|\d{1,5}[.)])(?: {1,4}|\t))*)$/;

/** Whether a character may belong to what stands before a line's content. */
export function isLineStartCode(code: number): boolean {
  const isSpace = code === 32 || code === 9 || code === 13;
  const isDigit = code >= 48 && code <= 57;
  // > - * + . )
  return (
    isSpace ||
    isDigit ||
    code === 62 ||
    code === 45 ||
    code === 42 ||
    code === 43 ||
    code === 46 ||
    code === 41
  );
}

/** Reads what stands before a line's content; null when it is content itself ("-- so", "3.5"). */
export function parseLineStart(prefix: string): LineStart | null {
  const match = shape.exec(prefix);
  if (!match) return null;
  const [, quoted = "", spaces = "", markers = ""] = match;
  const indent = columnsOf(spaces, 0);
  const marker = markers === "" ? null : { column: indent, interrupts: /^(?:[-*+]|1[.)])/.test(markers) };
  return { quotes: quoted.split(">").length - 1, column: columnsOf(markers, indent), marker };
}

/** Whether a line that starts so still lies in a block with this many quote marks and this column. */
export function isWithinBlock(prefix: string, quotes: number, column: number): boolean {
  const rest = withoutQuotes(prefix, quotes);
  return rest !== null && columnsOf(/^[ \t]*/.exec(rest)?.[0] ?? "", 0) >= column;
}

/** A line behind so many quote marks; null when it has fewer. */
export function withoutQuotes(line: string, quotes: number): string | null {
  let rest = line;
  for (let quote = 0; quote < quotes; quote++) {
    const mark = /^ {0,3}>[ \t]?/.exec(rest);
    if (!mark) return null;
    rest = rest.slice(mark[0].length);
  }
  return rest;
}

/** The column behind blanks and other characters that begin at a column: tabs go to the next fourth. */
export function columnsOf(text: string, from: number): number {
  let column = from;
  for (const character of text) column += character === "\t" ? 4 - (column % 4) : 1;
  return column;
}
