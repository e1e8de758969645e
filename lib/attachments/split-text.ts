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

/** A stretch of a text, in UTF-16 indexes into it. */
type Span = { readonly start: number; readonly end: number };

/** Where a piece best ends, best first; each is looked for in the last part of a full piece. */
const breaks = [/\n\s*\n/g, /\n/g, /[.!?。！？]\s*/g, /\s/g] as const;
const MIN_SHARE = 0.5;

/**
 * A text in pieces of at most `attachments.pieceLength`, which never go over the end of a page; pieces of blanks are left
 * out.
 * @param unbroken stretches that no piece may end in, in order, without overlap; one that is longer makes a longer piece
 */
export function splitText(text: string, unbroken: readonly Span[] = []): Piece[] {
  const pages = text.split("\f");
  const pieces: Piece[] = [];
  let pageStart = 0;
  for (const [index, page] of pages.entries()) {
    const number = pages.length > 1 ? index + 1 : null;
    for (let start = 0; start < page.length; ) {
      const unshifted = outOf(unbroken, pageStart + start, pageStart + endOfPiece(page, start));
      const end = Math.min(page.length, unshifted - pageStart);
      const piece = page.slice(start, end);
      if (piece.trim() !== "")
        pieces.push({ start: pageStart + start, end: pageStart + end, text: piece, page: number });
      start = end;
    }
    pageStart += page.length + 1;
  }
  return pieces;
}

/** Where a piece that would end inside of an unbroken stretch ends: before it, or behind it where it begins with it. */
function outOf(unbroken: readonly Span[], start: number, end: number): number {
  const broken = unbroken.find((span) => span.start < end && span.end > end);
  if (broken === undefined) return end;
  return broken.start > start ? broken.start : broken.end;
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
