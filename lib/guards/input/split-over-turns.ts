import "server-only";
import { injectionScores } from "@/lib/config/guardrails-input";
import type { InputContext, ScoredFinding } from "./input-guard";
import { matchRules } from "./rules/match-rules";
import { foldText } from "./views/fold-text";
import { unmapped } from "./views/mapped-text";

/** UTF-16 units of the earlier turns that still matter. */
const memory = 600;
const turnsBack = 3;

/**
 * Attacks that only show when the person's last turns are read as one: a rule about overriding needs words of both
 * sides. Other rules would fit a question and its answer too often.
 */
export function splitOverTurns(text: string, { surface, previousTurns = [] }: InputContext): ScoredFinding[] {
  if (surface !== "user" || previousTurns.length === 0) return [];
  const before = previousTurns.slice(-turnsBack).join(" ").slice(-memory);
  const own = text.slice(0, memory);
  const earlier = foldText(unmapped(`${before} `));
  const joined = foldText(unmapped(`${before} ${own}`));
  const boundary = earlier.text.length;
  const crosses = matchRules({ text: joined.text, unbounded: false }).hits.some(
    ({ reason, start, end, weight }) =>
      reason.startsWith("override") &&
      start < boundary &&
      end > boundary &&
      weight >= injectionScores.splitOverTurnsWeight,
  );
  if (!crosses || own === "") return [];
  const score = injectionScores.splitOverTurns;
  return [{ guard: "injection", reason: "split-over-turns", start: 0, end: own.length, score }];
}
