import "server-only";
import type { PersonalKind } from "@/lib/config/guardrails-input";

/** A key or number of somebody's in a text. */
export type PersonalSpan = { readonly kind: PersonalKind; readonly start: number; readonly end: number };

/** The sooner named, the stronger: a card's digits inside a key are the key's. */
const strength: readonly PersonalKind[] = ["key", "iban", "card", "national-id", "email", "phone"];

/**
 * The spans in order and without overlap. Where two of a kind overlap they are one; of two kinds the stronger stays.
 * Linear for a few lists that are in order already, one behind the other.
 */
export function mergeSpans(spans: readonly PersonalSpan[]): PersonalSpan[] {
  const merged: PersonalSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || last.end <= span.start) merged.push(span);
    else if (last.kind === span.kind)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else if (strength.indexOf(span.kind) < strength.indexOf(last.kind)) merged[merged.length - 1] = span;
  }
  return merged;
}
