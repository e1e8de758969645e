import type { Verdict } from "./verdict";

/**
 * One thing a guard noticed. `start` and `end` are UTF-16 indexes (end exclusive) into the text that was judged,
 * as the guard was given it. `reason` is a stable kebab-case code, never the matched value.
 */
export type Finding = {
  readonly guard: string;
  readonly reason: string;
  readonly start: number;
  readonly end: number;
};

/** A finding and what its own guard did about it: other guards may have done worse to the same text. */
export type JudgedFinding = Finding & {
  /** `shadow`: recorded, and nothing else; `allow`: noticed, and too little to act on. */
  readonly action: Verdict | "shadow";
  /** In shadow mode: what would have come of it. */
  readonly would?: Verdict;
  /** What its guard gave the text, from 0 to 1, where it gives scores: what the guard's thresholds are compared with. */
  readonly score?: number;
};

/** A finding of a guard that only records, and what it would have done. */
export type ShadowedFinding = Finding & { readonly would: Verdict; readonly score?: number };

/** Findings of guards that only record. */
export function shadowed(findings: readonly ShadowedFinding[]): JudgedFinding[] {
  return findings.map((finding) => ({ ...finding, action: "shadow" }));
}
