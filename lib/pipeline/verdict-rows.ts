import "server-only";
import type { GuardSurface, VerdictRow } from "@/lib/db/guard-verdicts";
import type { Finding } from "@/lib/protocol/finding";
import type { Verdict } from "@/lib/protocol/verdict";

/** What a judgement was of, and what came of it. */
type Judged = {
  readonly turnId: string;
  readonly surface: GuardSurface;
  readonly verdict: Verdict;
  /** False in shadow mode. */
  readonly acted: boolean;
  readonly score?: number;
};

const names: Readonly<Record<Verdict, VerdictRow["verdict"]>> = {
  allow: "ALLOW",
  flag: "FLAG",
  redact: "REDACT",
  block: "BLOCK",
};

/** Findings as they are stored: where and why, never what. */
export function verdictRows(findings: readonly Finding[], judged: Judged): VerdictRow[] {
  const { turnId, surface, verdict, acted, score } = judged;
  const withheld = acted && (verdict === "redact" || verdict === "block");
  return findings.map(({ guard, reason, start, end }) => ({
    turnId,
    guard,
    surface,
    verdict: names[verdict],
    acted,
    reason,
    score: score ?? null,
    start,
    end,
    withheldLength: withheld ? end - start : 0,
  }));
}

/** What a reviewer reads of findings: the guards and their reasons, each once. */
export function reasonsOf(findings: readonly Pick<Finding, "guard" | "reason">[]): string {
  return [...new Set(findings.map(({ guard, reason }) => `${guard}: ${reason}`))].join(", ");
}
