import "server-only";
import type { GuardSurface, VerdictRow } from "@/lib/db/guard-verdicts";
import type { Finding, JudgedFinding } from "@/lib/protocol/finding";

/** What a judgement was of. */
type Judged = {
  readonly turnId: string;
  readonly surface: GuardSurface;
};

type Consequence = Pick<VerdictRow, "verdict" | "acted"> & { readonly withholds: boolean };

const consequences: Readonly<Record<JudgedFinding["action"], Consequence>> = {
  allow: { verdict: "ALLOW", acted: false, withholds: false },
  shadow: { verdict: "FLAG", acted: false, withholds: false },
  flag: { verdict: "FLAG", acted: true, withholds: false },
  redact: { verdict: "REDACT", acted: true, withholds: true },
  block: { verdict: "BLOCK", acted: true, withholds: true },
};

/** Findings as they are stored: where and why, never what, and what the guard of each did about it. */
export function verdictRows(findings: readonly JudgedFinding[], judged: Judged): VerdictRow[] {
  const { turnId, surface } = judged;
  return findings.map(({ guard, reason, start, end, action, would, score }) => {
    const { acted, withholds } = consequences[action];
    const { verdict } = consequences[would ?? action];
    const withheldLength = withholds ? end - start : 0;
    return {
      turnId,
      guard,
      surface,
      verdict,
      acted,
      reason,
      score: score ?? null,
      start,
      end,
      withheldLength,
    };
  });
}

/** What of a turn a person should look at. */
export function forReview(rows: readonly VerdictRow[]): VerdictRow[] {
  return rows.filter(({ acted, verdict }) => acted && (verdict === "BLOCK" || verdict === "FLAG"));
}

/** What a reviewer reads of findings: the guards and their reasons, each once. */
export function reasonsOf(findings: readonly Pick<Finding, "guard" | "reason">[]): string {
  return [...new Set(findings.map(({ guard, reason }) => `${guard}: ${reason}`))].join(", ");
}
