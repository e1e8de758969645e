import "server-only";
import { firstFrom } from "../first-from";
import type { TextView } from "../views/canonical-views";
import { type AttackRule, attackRules } from "./attack-rules";
import { dropStrangers } from "./drop-strangers";
import { findMentions, type Mentions } from "./find-mentions";
import { type Concept, concepts } from "./lexicon";

/** A rule that fits, with its span in the view. */
export type RuleHit = {
  /** Index into `attackRules`. */
  readonly rule: number;
  readonly reason: string;
  readonly weight: number;
  /** Bits of the languages it fits in; the first is English. */
  readonly languages: number;
  readonly start: number;
  readonly end: number;
};

type RuleMatches = { readonly hits: readonly RuleHit[]; readonly mentions: readonly Mentions[] };

/** At most so many hits of one rule in one text; more say nothing new. */
const maxHitsPerRule = 8;
/** A denial right before the verb turns its meaning around. */
const denialReach = 12;
/** UTF-16 units; no lexicon has a longer one. */
export const longestDenial = 40;

const numbers = new Map(concepts.map((concept, number): [Concept, number] => [concept, number]));
const none: Mentions = { starts: [], ends: [], languages: [] };

/** The mentions of a concept. */
export function mentionsOf(mentions: readonly Mentions[], concept: Concept): Mentions {
  return mentions[numbers.get(concept) ?? -1] ?? none;
}

/** Every rule that fits a view. O(length + mentions × parts). */
export function matchRules(view: Pick<TextView, "text" | "unbounded">): RuleMatches {
  const mentions = findMentions(view.text, view.unbounded);
  dropStrangers(view.text, mentions);
  const hits: RuleHit[] = [];
  for (const [index, rule] of attackRules.entries()) {
    if (rule.parts.some((part) => mentionsOf(mentions, part).starts.length === 0)) continue;
    hits.push(...matchRule(index, rule, mentions));
  }
  return { hits, mentions };
}

function* matchRule(index: number, rule: AttackRule, mentions: readonly Mentions[]): Generator<RuleHit> {
  const [first, ...others] = rule.parts;
  const anchors = mentionsOf(mentions, first);
  const parts = others.map((part) => ({ mentions: mentionsOf(mentions, part), cursor: { at: 0 } }));
  let found = 0;
  let lastEnd = -1;
  for (let anchor = 0; anchor < anchors.starts.length && found < maxHitsPerRule; anchor++) {
    const start = anchors.starts[anchor] ?? 0;
    const languages = anchors.languages[anchor] ?? 0;
    if (start < lastEnd || isDenied(first, start, languages, mentions)) continue;
    const whole = gather({ start, end: anchors.ends[anchor] ?? 0, languages }, parts, rule.within);
    if (whole === null) continue;
    found++;
    lastEnd = whole.end;
    yield { rule: index, reason: rule.reason, weight: rule.weight, ...whole };
  }
}

type Stretch = { readonly start: number; readonly end: number; readonly languages: number };
type Part = { readonly mentions: Mentions; readonly cursor: { at: number } };

/** The stretch from the anchor over the nearest mention of every part, or null when one is too far. */
function gather(anchor: Stretch, parts: readonly Part[], within: number): Stretch | null {
  let whole = anchor;
  for (const { mentions, cursor } of parts) {
    const near = nearest(mentions, whole, within, cursor);
    if (near === null) return null;
    whole = {
      start: Math.min(whole.start, near.start),
      end: Math.max(whole.end, near.end),
      languages: whole.languages & near.languages,
    };
  }
  return whole;
}

/** The closest mention that does not overlap, in a language that all share; `cursor` only ever moves forward. */
function nearest(mentions: Mentions, whole: Stretch, within: number, cursor: Part["cursor"]): Stretch | null {
  const { starts, ends, languages } = mentions;
  while (cursor.at < starts.length && (ends[cursor.at] ?? 0) < whole.start - within) cursor.at++;
  let best: Stretch | null = null;
  let bestGap = within + 1;
  for (let index = cursor.at; index < starts.length; index++) {
    const start = starts[index] ?? 0;
    if (start > whole.end + within) break;
    const other = { start, end: ends[index] ?? 0, languages: (languages[index] ?? 0) & whole.languages };
    const gap = gapBetween(whole, other);
    if (other.languages === 0 || gap >= bestGap) continue;
    bestGap = gap;
    best = other;
  }
  return best;
}

/** Infinity when they overlap: one word is not two parts. */
function gapBetween(whole: Stretch, other: Stretch): number {
  if (other.start >= whole.end) return other.start - whole.end;
  return other.end <= whole.start ? whole.start - other.end : Number.POSITIVE_INFINITY;
}

function isDenied(first: Concept, start: number, spoken: number, mentions: readonly Mentions[]): boolean {
  if (first !== "disregard" && first !== "bypass") return false;
  return isDeniedAt(mentionsOf(mentions, "negate"), start, spoken);
}

/** Whether a denial ends right before a place, in a language that is spoken there. Looks only at the nearest denials. */
export function isDeniedAt({ starts, ends, languages }: Mentions, place: number, spoken: number): boolean {
  const startOf = (index: number) => starts[index] ?? place;
  const nearest = firstFrom(starts.length, startOf, place - denialReach - longestDenial);
  for (let index = nearest; startOf(index) < place; index++) {
    const end = ends[index] ?? place + 1;
    if (end <= place && end > place - denialReach && ((languages[index] ?? 0) & spoken) !== 0) return true;
  }
  return false;
}
