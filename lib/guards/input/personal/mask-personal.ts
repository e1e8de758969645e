import "server-only";
import type { PersonalPolicy } from "@/lib/config/guardrails-input";
import { PseudonymVault } from "./pseudonymise";

/**
 * The text with an asterisk for each character of the keys and personal numbers that the policy redacts, also of those that
 * only `said`, the texts before it, show to be such. It is for those who judge a text and need no placeholder to answer with:
 * spans in it are spans in the text. O(length).
 */
export function maskPersonal(text: string, policy: PersonalPolicy, said: readonly string[]): string {
  const vault = new PseudonymVault();
  for (const earlier of said) vault.learn(earlier, policy);
  let masked = "";
  let copied = 0;
  for (const { kind, start, end } of vault.find(text, policy)) {
    if (policy[kind] !== "redact") continue;
    masked += text.slice(copied, start) + "*".repeat(end - start);
    copied = end;
  }
  return masked + text.slice(copied);
}
