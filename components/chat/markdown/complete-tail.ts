const tableStart = /(?:^|\n)([ >\t]*)(\|[^\n]*)(?:\n[ >\t]*([|:\- \t]*))?$/;

/** Makes of a block that still grows what it is about to become, where its first signs would be shown as they stand. */
export function completeTail(text: string): string {
  // Signs that open something, or a fence that is about to close.
  const tail = text.replace(/(^|\s)[`*_~]+$/, "$1");
  const [found, indent = "", header = ""] = tableStart.exec(tail) ?? [];
  if (found === undefined || !beginsParagraph(tail, found)) return tail;
  const row = header.trimEnd();
  const isClosed = row.length > 1 && row.endsWith("|");
  const columns = row.split("|").length - (isClosed ? 2 : 1);
  const before = tail.slice(0, tail.length - found.length);
  const start = found.startsWith("\n") ? `\n${indent}` : indent;
  return `${before}${start}${row}${isClosed ? "" : " |"}\n${indent}|${" --- |".repeat(columns)}`;
}

/** A table is not begun in the middle of a paragraph or another table, and not inside of code. */
function beginsParagraph(tail: string, found: string): boolean {
  const before = tail.slice(0, tail.length - found.length);
  const fences = before.match(/^[ >\t]*(?:`{3,}|~{3,})/gm)?.length ?? 0;
  return (
    fences % 2 === 0 && (before.trim() === "" || before.endsWith("\n") || !before.trimEnd().endsWith("|"))
  );
}
