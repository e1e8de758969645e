import "server-only";
import type { GuardSurface, VerdictRow } from "@/lib/db/guard-verdicts";
import type { OutputGuard } from "@/lib/guards/output/output-guard";
import type { AnswerGate } from "./answer-gate";

const surfaces: Readonly<Record<"text" | "reasoning", GuardSurface>> = {
  text: "TEXT",
  reasoning: "REASONING",
};
const verdictNames = { allow: "ALLOW", flag: "FLAG", redact: "REDACT", block: "BLOCK" } as const;

/** What the guards of an answer noticed, as it is stored: where and why, never what. */
export function answerVerdicts(turnId: string, gate: AnswerGate): VerdictRow[] {
  return (["text", "reasoning"] as const).flatMap((kind) =>
    rowsOf(turnId, surfaces[kind], gate.guards[kind]),
  );
}

function rowsOf(turnId: string, surface: GuardSurface, guard: OutputGuard): VerdictRow[] {
  return guard.findings.map((finding) => ({
    ...finding,
    turnId,
    surface,
    verdict: verdictNames[guard.verdict],
    acted: guard.verdict !== "allow",
    score: null,
    withheldLength: guard.verdict === "redact" || guard.verdict === "block" ? finding.end - finding.start : 0,
  }));
}
