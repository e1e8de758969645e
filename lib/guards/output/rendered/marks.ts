import "server-only";

/** How much of the markup a reading undoes: what spells characters, or also what is not drawn around them. */
export type Reading = "decoded" | "drawn";

const invisible = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\p{Cc}]/u;
const isBlank = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0x85;
// All plane 14 is invisible: tags and selectors of variants.
const plane14 = 0xdb40;

/** Per UTF-16 unit, what it may be in the two readings. */
const spells = 1;
const surrounds = 2;
const hides = 4;
const kinds = new Uint8Array(65_536);
for (let code = 0; code < kinds.length; code++) {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (code === plane14 || (!isSurrogate && !isBlank(code) && invisible.test(String.fromCharCode(code))))
    kinds[code] = hides;
}
for (const character of "%&\\") kinds[character.charCodeAt(0)] = spells;
for (const character of "*_~`[]<") kinds[character.charCodeAt(0)] = surrounds;

/** Whether nobody sees the character: of no width, a control, half of an invisible pair. */
export function isInvisible(code: number): boolean {
  return kinds[code] === hides;
}

/** Whether the text as this reading has it may differ from the text as it stands from this character on. */
export function isMark(code: number, reading: Reading): boolean {
  const kind = kinds[code] ?? 0;
  return kind !== 0 && (kind !== surrounds || reading === "drawn");
}

/**
 * Cuts what arrives before the first mark of each reading, so that what is undecided there does not depend on how much
 * came with it; behind those it cuts nothing.
 */
export class MarkCutter {
  #waiting: Reading[] = ["drawn", "decoded"];

  cut(piece: string): string[] {
    if (this.#waiting.length === 0) return [piece];
    const pieces: string[] = [];
    let from = 0;
    for (let at = 0; at < piece.length && this.#waiting.length > 0; at++) {
      const code = piece.charCodeAt(at);
      const still = this.#waiting.filter((reading) => !isMark(code, reading));
      if (still.length === this.#waiting.length) continue;
      this.#waiting = still;
      if (at > from) pieces.push(piece.slice(from, at));
      from = at;
    }
    return [...pieces, piece.slice(from)];
  }
}
