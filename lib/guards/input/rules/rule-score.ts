import "server-only";
import type { Evidence } from "../classifier/dense-features";
import type { Window } from "../classifier/windows";
import { mentionsOf } from "./match-rules";
import type { Mentions } from "./phrase-trie";
import { surfacePatterns } from "./surface-patterns";

const english = 1;
/** In a language the classifier has not seen, a rule this sure stands alone. */
const sureWeight = 0.6;
const sureScore = 0.95;
/** How far before an attack its framing ("explain", "translate", "what is") may stand. */
const framingReach = 60;

/**
 * What the rules alone make of a window, 0 to 1: for the languages that the classifier cannot read, and for patterns
 * that nothing harmless makes. Not where the text teaches, translates or asks about such sentences.
 */
export function ruleScore(evidence: Evidence, { start, end }: Window): number {
  let score = 0;
  for (const hit of evidence.hits) {
    if (hit.start < start || hit.end > end || hit.weight < sureWeight || (hit.languages & english) !== 0)
      continue;
    if (!isFramed(mentionsOf(evidence.mentions, "teach"), hit.start, hit.languages))
      score = Math.max(score, sureScore);
  }
  for (const hit of evidence.patterns) {
    const weight = surfacePatterns[hit.pattern]?.weight ?? 0;
    if (weight > 0.8 && hit.start >= start && hit.end <= end) score = Math.max(score, weight);
  }
  return score;
}

function isFramed({ starts, ends, languages }: Mentions, hitStart: number, spoken: number): boolean {
  return starts.some(
    (start, index) =>
      start >= hitStart - framingReach &&
      (ends[index] ?? 0) <= hitStart &&
      ((languages[index] ?? 0) & spoken) !== 0,
  );
}
