import "server-only";
import type { GuardSurface, VerdictRow } from "@/lib/db/guard-verdicts";
import { verdictRows } from "../verdict-rows";
import type { AnswerGate } from "./answer-gate";

const surfaces: Readonly<Record<"text" | "reasoning", GuardSurface>> = {
  text: "TEXT",
  reasoning: "REASONING",
};

/** What the guards of an answer noticed, and what each did about it. */
export function answerVerdicts(turnId: string, gate: AnswerGate): VerdictRow[] {
  return (["text", "reasoning"] as const).flatMap((kind) => {
    return verdictRows(gate.guardOf(kind).findings, { turnId, surface: surfaces[kind] });
  });
}

/** Characters that were withheld: spans that overlap count once. */
export function withheldLengthOf(verdicts: readonly VerdictRow[]): number {
  let length = 0;
  for (const surface of Object.values(surfaces)) {
    let covered = 0;
    const withheld = verdicts.filter((verdict) => verdict.surface === surface && verdict.withheldLength > 0);
    for (const { start, end } of withheld.toSorted((a, b) => a.start - b.start)) {
      length += Math.max(0, end - Math.max(start, covered));
      covered = Math.max(covered, end);
    }
  }
  return length;
}
