/** How a text is cut into pieces: one piece, one character each, or at random places that a seed determines. */
export type Cut = "whole" | "chars" | `random:${number}`;

/** Reads a cut from the command line; null when it is none. */
export function parseCut(text: string): Cut | null {
  if (text === "whole" || text === "chars") return text;
  return /^random:\d+$/.test(text) ? (text as Cut) : null;
}

/** Cuts a text into pieces of UTF-16 units; `salt` makes the cuts of different texts differ under one seed. */
export function cutText(text: string, cut: Cut, salt = 0): string[] {
  if (cut === "whole") return [text];
  if (cut === "chars") return text.split("");
  const random = randomNumbers(Number(cut.slice("random:".length)) + salt);
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    // Mostly short, as models send them, and now and then a long one.
    const length = 1 + Math.floor(random() ** 3 * 40);
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}

/** Numbers in [0, 1), the same for the same seed (mulberry32, Tommy Ettinger, public domain). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
