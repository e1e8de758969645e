import "server-only";
import type { Verdict } from "@/lib/protocol/verdict";

/** Where a text comes from; what a person types is trusted more than what a page or a tool says. */
export type InputSurface = "user" | "document" | "tool";

/** `off` does not run, `shadow` is recorded and never acts, the others are the worst the guard may do. */
export type GuardMode = "off" | "shadow" | "flag" | "redact" | "block";

export type GuardThresholds = { readonly flag: number; readonly block: number };

export type InputGuardPolicy = {
  readonly mode: GuardMode;
  /** What a guard that throws means for the text. */
  readonly onError: Exclude<Verdict, "redact">;
  /** Scores from 0 to 1 from which the text is flagged and blocked. */
  readonly thresholds: Readonly<Record<InputSurface, GuardThresholds>>;
};

const sameEverywhere = (thresholds: GuardThresholds): Readonly<Record<InputSurface, GuardThresholds>> => ({
  user: thresholds,
  document: thresholds,
  tool: thresholds,
});

/** Stored with every judgement; raise it with every change of a guard, a threshold or the weights. */
export const inputPolicyVersion = "input-1";

/** The guards that judge what comes in. */
export const inputGuardPolicies = {
  limits: { mode: "block", onError: "flag", thresholds: sameEverywhere({ flag: 0.5, block: 0.9 }) },
} as const satisfies Readonly<Record<string, InputGuardPolicy>>;

/** The worst that may happen to a text: of a document the offending sentences are dropped, never the whole. */
export const worstActions: Readonly<Record<InputSurface, Verdict>> = {
  user: "block",
  document: "redact",
  tool: "redact",
};

/** Lengths in UTF-16 units, shares from 0 to 1; `scores` say how bad each is. */
export const inputLimits = {
  maxLength: { user: 100_000, document: 2_000_000, tool: 500_000 },
  /** Control characters that no keyboard sends; terminal logs hold some, so a few are fine. */
  controlShare: 0.02,
  controlCount: 8,
  /** Zero-width and bidi characters outside the scripts and emoji that need them. */
  invisibleCount: 8,
  /** A unit of at most `floodPeriod` repeated back to back until it covers `floodLength`. */
  floodPeriod: 24,
  floodLength: 400,
  scores: { tooLong: 1, control: 0.6, invisible: 0.6, hiddenTags: 0.95, flood: 0.6 },
} as const;
