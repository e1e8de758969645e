import "server-only";
import type { PersonalKind, PersonalPolicy } from "@/lib/config/guardrails-input";
import type { Finding } from "@/lib/protocol/finding";
import { findPersonal } from "./find-personal";
import { KnownValues } from "./known-values";
import { mergeSpans, type PersonalSpan, type PersonalValue } from "./personal-span";
import { personalValuesOf } from "./personal-values";
import { namesIn, placeholderName } from "./placeholder";
import { PlaceholderRestorer } from "./placeholder-restorer";
import { plainSpelling } from "./plain-spelling";

/**
 * Which placeholder stands for what. One per request: what one person typed is never put back for another. It has to learn
 * all that goes out before any of it is hidden: a placeholder that one of the texts holds already would be replaced in the
 * answer as well, and a value that one of them gives away may stand in another where nothing says what it is.
 */
export class PseudonymVault {
  /** By kind and value, the spelling aside. */
  readonly #names = new Map<string, string>();
  /** By name, as it was spelt first. */
  readonly #values = new Map<string, string>();
  readonly #counts = new Map<PersonalKind, number>();
  readonly #taken = new Set<string>();
  readonly #known = new KnownValues();
  /** What was found in a text that was learnt; looking costs more than all else here. */
  readonly #found = new Map<string, readonly PersonalSpan[]>();

  /** From now on makes no placeholder that a text holds, and finds the values in it that are redacted in other texts too. */
  learn(text: string, policy: PersonalPolicy): void {
    if (this.#found.has(text)) return;
    for (const name of namesIn(text)) this.#taken.add(name);
    const found = findPersonal(text, policy);
    this.#found.set(text, found);
    this.know(personalValuesOf(text, policy, found));
  }

  /** From now on finds these values in every text. */
  know(values: readonly PersonalValue[]): void {
    for (const value of values) this.#known.add(value);
  }

  /** The keys and personal numbers of a text, as `findPersonal` gives them, and what it says again of other texts. */
  find(text: string, policy: PersonalPolicy): readonly PersonalSpan[] {
    this.learn(text, policy);
    const again = this.#known.find(text);
    const found = this.#found.get(text) ?? [];
    return again.length === 0 ? found : mergeSpans([...found, ...again], policy);
  }

  /** The placeholder of a value, the same each time, however the value is spelt. */
  hide(kind: PersonalKind, value: string): string {
    const identity = `${kind} ${isNumber(kind) ? numberOf(value) : value}`;
    let name = this.#names.get(identity);
    if (name === undefined) {
      name = this.#newName(kind);
      this.#names.set(identity, name);
      this.#values.set(name, value);
    }
    return `[${name}]`;
  }

  /** Puts the values back into an answer that arrives in pieces; a placeholder may be split over several. */
  restorer(): PlaceholderRestorer {
    return new PlaceholderRestorer(new Map(this.#values));
  }

  #newName(kind: PersonalKind): string {
    let name: string;
    do {
      const count = (this.#counts.get(kind) ?? 0) + 1;
      this.#counts.set(kind, count);
      name = placeholderName(kind, count);
    } while (this.#taken.has(name));
    return name;
  }
}

function isNumber(kind: PersonalKind): boolean {
  return kind !== "key" && kind !== "email";
}

/** Without what people put between its digits, which are the same in every alphabet. */
function numberOf(value: string): string {
  return plainSpelling(value)
    .replace(/[^A-Za-z0-9+]/g, "")
    .toLowerCase();
}

type Pseudonymised = {
  /** What may leave for the provider. */
  readonly text: string;
  /** What was replaced, or would be in shadow mode; spans in the text as it was given. */
  readonly findings: readonly Finding[];
  /** A fresh restorer of everything the vault has hidden so far. */
  readonly restorer: () => PlaceholderRestorer;
};

/**
 * Replaces keys and personal numbers by placeholders, each kind by its policy. Give the messages and passages of one
 * request the same vault, which has learnt all of them, so that one value has one placeholder and a placeholder one value.
 * O(length).
 */
export function pseudonymise(
  text: string,
  policy: PersonalPolicy,
  vault = new PseudonymVault(),
): Pseudonymised {
  const findings: Finding[] = [];
  let hidden = "";
  let copied = 0;
  for (const { kind, start, end } of vault.find(text, policy)) {
    findings.push({ guard: "pseudonymise", reason: kind, start, end });
    if (policy[kind] !== "redact") continue;
    hidden += text.slice(copied, start) + vault.hide(kind, text.slice(start, end));
    copied = end;
  }
  return { text: hidden + text.slice(copied), findings, restorer: () => vault.restorer() };
}
