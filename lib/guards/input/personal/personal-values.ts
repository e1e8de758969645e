import "server-only";
import type { PersonalPolicy } from "@/lib/config/guardrails-input";
import { findPersonal } from "./find-personal";
import type { PersonalValue } from "./personal-span";

/** The keys and personal numbers of a text that are redacted, as they are written there; `spans` are what was found in it. */
export function personalValuesOf(
  text: string,
  policy: PersonalPolicy,
  spans = findPersonal(text, policy),
): PersonalValue[] {
  return spans
    .filter(({ kind }) => policy[kind] === "redact")
    .map(({ kind, start, end }) => ({ kind, value: text.slice(start, end) }));
}
