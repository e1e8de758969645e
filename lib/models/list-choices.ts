import "server-only";
import type { ModelChoice } from "@/lib/protocol/model-choice";
import { getChain } from "./get-chain";

/**
 * The models that a person may choose between, in the order of the chain; none when there is only one. The built-in
 * answerer is what is left when models fail, nobody's choice.
 */
export function listChoices(): readonly ModelChoice[] {
  const choices = getChain()
    .filter(({ provider }) => provider !== "builtin")
    .map(({ id, label }) => ({ id, label }));
  return choices.length > 1 ? choices : [];
}
