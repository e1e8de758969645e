import "server-only";
import { surfacePatterns } from "./surface-patterns";

/** Where a pattern, by its index in `surfacePatterns`, fits. */
export type PatternHit = { readonly pattern: number; readonly start: number; readonly end: number };

const maxHitsPerPattern = 8;

function holdsAny(text: string, signs: string): boolean {
  for (const sign of signs) if (text.includes(sign)) return true;
  return false;
}

/** Every surface pattern that fits folded text. */
export function matchPatterns(text: string): PatternHit[] {
  const hits: PatternHit[] = [];
  for (const [index, { pattern, signs }] of surfacePatterns.entries()) {
    if (signs !== undefined && !holdsAny(text, signs)) continue;
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text), count = 0; found !== null && count < maxHitsPerPattern; count++) {
      hits.push({ pattern: index, start: found.index, end: found.index + found[0].length });
      found = pattern.exec(text);
    }
  }
  return hits;
}
