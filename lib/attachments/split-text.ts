import "server-only";
import { attachments } from "@/lib/config/attachments";

/** A piece of a file's text. `start` and `end` are UTF-16 indexes into it. */
export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** From 1; null in files that have none. */
  readonly page: number | null;
};

/** Where a piece best ends, best first; each is looked for in the last part of a full piece. */
const breaks = [/\n\s*\n/g, /\n/g, /[.!?。！？]\s*/g, /\s/g] as const;
const MIN_SHARE = 0.5;

/** A text in pieces of at most `attachments.pieceLength`, which never go over the end of a page; pieces of blanks are left out. */
export function splitText(text: string): Piece[] {
  const pages = text.split("\f");
  const pieces: Piece[] = [];
  let pageStart = 0;
  for (const [index, page] of pages.entries()) {
    const number = pages.length > 1 ? index + 1 : null;
    for (let start = 0; start < page.length; ) {
      const end = endOfPiece(page, start);
      const piece = page.slice(start, end);
      if (piece.trim() !== "")
        pieces.push({ start: pageStart + start, end: pageStart + end, text: piece, page: number });
      start = end;
    }
    pageStart += page.length + 1;
  }
  return pieces;
}

function endOfPiece(page: string, start: number): number {
  const full = start + attachments.pieceLength;
  if (full >= page.length) return page.length;
  const from = start + Math.floor(attachments.pieceLength * MIN_SHARE);
  const room = page.slice(from, full);
  for (const pattern of breaks) {
    const last = [...room.matchAll(pattern)].at(-1);
    if (last !== undefined) return from + last.index + last[0].length;
  }
  // A letter beyond the basic plane is two units.
  return /[\uD800-\uDBFF]/.test(page[full - 1] ?? "") ? full - 1 : full;
}
