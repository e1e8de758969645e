import "server-only";
import { injectionScores } from "@/lib/config/guardrails-input";
import type { InputContext, ScoredFinding } from "./input-guard";

/** UTF-16 units of the earlier turns, and of this one, that are read as one. */
const memory = 600;
const turnsBack = 3;
/** Words are split as well as sentences: "ig", "nore all prev", "ious instructions". */
const joints = [" ", ""];

/**
 * Attacks that only show when the person's last turns are read as one: what the judge finds in them together, and in
 * neither what was said before nor what is said now. `judge` says how much like an attack a text is, from 0 to 1.
 */
export function splitOverTurns(
  text: string,
  { surface, previousTurns = [] }: InputContext,
  judge: (text: string) => number,
): ScoredFinding[] {
  const own = text.slice(0, memory);
  if (surface !== "user" || previousTurns.length === 0 || own === "") return [];
  const isSplit = joints.some((joint) => {
    const before = previousTurns.slice(-turnsBack).join(joint).slice(-memory);
    const isAttack = (read: string): boolean => judge(read) >= injectionScores.splitOverTurnsFrom;
    return isAttack(before + joint + own) && !isAttack(before) && !isAttack(own);
  });
  if (!isSplit) return [];
  const score = injectionScores.splitOverTurns;
  return [{ guard: "injection", reason: "split-over-turns", start: 0, end: own.length, score }];
}
