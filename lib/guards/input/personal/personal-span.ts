import "server-only";
import type { PersonalKind, PersonalPolicy } from "@/lib/config/guardrails-input";

/** A key or number of somebody's in a text. */
export type PersonalSpan = { readonly kind: PersonalKind; readonly start: number; readonly end: number };

/** The key or number itself. */
export type PersonalValue = { readonly kind: PersonalKind; readonly value: string };

/** The sooner named, the stronger: a card's digits inside a key are the key's. */
const strength: readonly PersonalKind[] = ["key", "iban", "card", "national-id", "email", "phone"];

/**
 * The spans in order and without overlap, but for those whose kind is off. Where two overlap they are
 * one, of the stronger kind, so that nothing of the weaker is left beside it; but one that is redacted stays alone before one
 * that is not. Linear for a few lists that are in
 * order already, one behind the other.
 */
export function mergeSpans(spans: readonly PersonalSpan[], policy: PersonalPolicy): PersonalSpan[] {
  const rank = (kind: PersonalKind): number =>
    strength.indexOf(kind) + (policy[kind] === "redact" ? 0 : strength.length);
  const merged: PersonalSpan[] = [];
  const wanted = spans.filter(({ kind }) => policy[kind] !== "off");
  for (const span of wanted.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || last.end <= span.start) {
      merged.push(span);
      continue;
    }
    const stronger = rank(span.kind) < rank(last.kind) ? span : last;
    const isAlikeTreated = policy[span.kind] === policy[last.kind];
    merged[merged.length - 1] = isAlikeTreated
      ? { kind: stronger.kind, start: last.start, end: Math.max(last.end, span.end) }
      : stronger;
  }
  return merged;
}
