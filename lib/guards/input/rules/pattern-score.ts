import "server-only";
import type { Evidence } from "../classifier/dense-features";
import type { Window } from "../classifier/windows";
import { surfacePatterns } from "./surface-patterns";

/** Patterns from this weight on are made by nothing harmless, and stand alone. */
const sureWeight = 0.8;

/** What the surest patterns alone make of a window, 0 to 1. */
export function patternScore(evidence: Evidence, { start, end }: Window): number {
  let score = 0;
  for (const hit of evidence.patterns) {
    const weight = surfacePatterns[hit.pattern]?.weight ?? 0;
    if (weight > sureWeight && hit.start >= start && hit.end <= end) score = Math.max(score, weight);
  }
  return score;
}
