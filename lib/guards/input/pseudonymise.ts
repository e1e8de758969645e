import "server-only";
import type { PersonalKind, PersonalPolicy } from "@/lib/config/guardrails-input";
import type { Finding } from "@/lib/protocol/finding";
import { findPersonal } from "./personal/find-personal";
import { PlaceholderRestorer } from "./personal/placeholder-restorer";

/** Which placeholder stands for what. One per request: what one person typed is never put back for another. */
export class PseudonymVault {
  readonly #placeholders = new Map<string, string>();
  readonly #counts = new Map<PersonalKind, number>();

  /** The placeholder of a value, the same each time; one that `text` does not hold already. */
  hide(kind: PersonalKind, value: string, text: string): string {
    const known = this.#placeholders.get(value);
    if (known !== undefined) return known;
    let placeholder: string;
    do {
      const count = (this.#counts.get(kind) ?? 0) + 1;
      this.#counts.set(kind, count);
      placeholder = `[${kind.toUpperCase().replace("-", "_")}_${count}]`;
    } while (text.includes(placeholder));
    this.#placeholders.set(value, placeholder);
    return placeholder;
  }

  /** Puts the values back into an answer that arrives in pieces; a placeholder may be split over several. */
  restorer(): PlaceholderRestorer {
    return new PlaceholderRestorer(
      new Map([...this.#placeholders].map(([value, placeholder]) => [placeholder, value])),
    );
  }
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
 * request the same vault, so that one value has one placeholder. O(length).
 */
export function pseudonymise(
  text: string,
  policy: PersonalPolicy,
  vault = new PseudonymVault(),
): Pseudonymised {
  const findings: Finding[] = [];
  let hidden = "";
  let copied = 0;
  for (const { kind, start, end } of findPersonal(text)) {
    if (policy[kind] === "off") continue;
    findings.push({ guard: "pseudonymise", reason: kind, start, end });
    if (policy[kind] !== "redact") continue;
    hidden += text.slice(copied, start) + vault.hide(kind, text.slice(start, end), text);
    copied = end;
  }
  return { text: hidden + text.slice(copied), findings, restorer: () => vault.restorer() };
}
