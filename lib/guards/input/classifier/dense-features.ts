import "server-only";
import { firstFrom } from "../first-from";
import { attackRules } from "../rules/attack-rules";
import { type ConceptPair, pairNames } from "../rules/concept-pairs";
import type { Mentions } from "../rules/find-mentions";
import type { Concept } from "../rules/lexicon";
import type { PatternHit } from "../rules/match-patterns";
import { mentionsOf, type RuleHit } from "../rules/match-rules";
import { surfacePatterns } from "../rules/surface-patterns";

/** What was found in one view, with spans in that view. */
export type Evidence = {
  readonly text: string;
  readonly hits: readonly RuleHit[];
  readonly mentions: readonly Mentions[];
  readonly pairs: readonly ConceptPair[];
  readonly patterns: readonly PatternHit[];
  /** Gibberish of the whole text, 0 to 1. */
  readonly gibberish: number;
};

const watched: readonly Concept[] = [
  "disregard",
  "hiddenPrompt",
  "secret",
  "becomes",
  "unrestricted",
  "authority",
  "security",
  "suppress",
  "forced",
  "comply",
  "newTask",
  "negate",
  "teach",
  "attackName",
  "pwned",
];

const extras = [
  "strongest-rule",
  "rules-together",
  "foreign-rule",
  "teaches",
  "quoted",
  "names-attack",
  "gibberish",
] as const;

/** The name of every dense feature, in the order of the weights. */
export const denseFeatureNames: readonly string[] = [
  ...attackRules.map(({ parts, within }) => `rule:${parts.join("+")}:${within}`),
  ...surfacePatterns.map(({ reason }, index) => `pattern:${index}:${reason}`),
  ...watched.map((concept) => `says:${concept}`),
  ...extras,
  ...pairNames.map((name) => `pair:${name}`),
];

const patternsAt = attackRules.length;
const conceptsAt = patternsAt + surfacePatterns.length;
const extrasAt = conceptsAt + watched.length;
const pairsAt = extrasAt + extras.length;
const english = 1;
/** Where an opening "explain", "translate", "what is" still governs what follows. */
const framingReach = 40;
const sentenceLength = 200;

/** The dense features of `start` to `end` of a view. */
export function denseFeatures(evidence: Evidence, start: number, end: number): Float32Array {
  const values = new Float32Array(denseFeatureNames.length);
  const rules = addRules(values, evidence, start, end);
  for (const hit of evidence.patterns)
    if (hit.start >= start && hit.start < end) values[patternsAt + hit.pattern] = 1;
  // One word of a sentence says more than one of a page.
  const said = Math.min(1, Math.sqrt(sentenceLength / (end - start + 1)));
  for (const [index, concept] of watched.entries())
    if (isWithin(mentionsOf(evidence.mentions, concept), start, end)) values[conceptsAt + index] = said;
  markPairs(values, evidence, start, end, said);
  const teaches = isWithin(mentionsOf(evidence.mentions, "teach"), start, start + framingReach) ? 1 : 0;
  const named = values[conceptsAt + watched.indexOf("attackName")] ?? 0;
  const quoted = rules.quoted ? (teaches + named > 0 ? 1 : 0.3) : 0;
  values.set(
    [rules.strongest, rules.together, rules.foreign, teaches, quoted, teaches * named, evidence.gibberish],
    extrasAt,
  );
  return values;
}

/** Looks only at pairs that start within the window: a long text has too many to look at all for each. */
function markPairs(
  values: Float32Array,
  { pairs }: Evidence,
  start: number,
  end: number,
  value: number,
): void {
  const startOf = (index: number) => pairs[index]?.start ?? end;
  for (let index = firstFrom(pairs.length, startOf, start); startOf(index) < end; index++) {
    const found = pairs[index];
    if (found !== undefined && found.end <= end) values[pairsAt + found.pair] = value;
  }
}

/** Marks the rules that fit within a window, and sums them up. */
function addRules(values: Float32Array, { text, hits }: Evidence, start: number, end: number) {
  const sum = { strongest: 0, together: 0, foreign: 0, quoted: false };
  let doubt = 1;
  for (const hit of hits) {
    if (hit.start < start || hit.end > end) continue;
    if (values[hit.rule] === 0) doubt *= 1 - hit.weight;
    values[hit.rule] = 1;
    if (hit.weight > sum.strongest) sum.quoted = isQuoted(text, hit.start, hit.end);
    sum.strongest = Math.max(sum.strongest, hit.weight);
    if ((hit.languages & english) === 0) sum.foreign = Math.max(sum.foreign, hit.weight);
  }
  sum.together = 1 - doubt;
  return sum;
}

function isWithin({ starts }: Mentions, start: number, end: number): boolean {
  const first = firstFrom(starts.length, (index) => starts[index] ?? 0, start);
  return (starts[first] ?? end) < end;
}

const quoteReach = 60;

/** Whether a quotation mark opens shortly before and closes shortly behind, and something stands before it. */
function isQuoted(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - quoteReach), start);
  const opened = Math.max(before.lastIndexOf('"'), before.lastIndexOf("'"), before.lastIndexOf("`"));
  if (opened === -1 || start - before.length + opened < 4) return false;
  return text.slice(end, end + quoteReach).includes(before.charAt(opened));
}
