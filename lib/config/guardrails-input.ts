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
  injection: {
    mode: "block",
    onError: "block",
    // One threshold was measured for all (knowledge/guards-input.md); a fork that reads strange pages may lower theirs.
    thresholds: sameEverywhere({ flag: 0.9, block: 0.97 }),
  },
  application: { mode: "block", onError: "block", thresholds: sameEverywhere({ flag: 0.5, block: 0.9 }) },
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

/** What the injection guard adds to rules and classifier. Scores from 0 to 1; suspicion in units of log-odds. */
export const injectionScores = {
  /** Windows from this score on are explained by findings. */
  worthNaming: 0.5,
  /** Rules and patterns below this weight say too little to be named. */
  minReasonWeight: 0.25,
  gibberish: 0.95,
  /** Encoded more than twice: nobody does that to be understood. */
  tooDeep: 0.9,
  splitOverTurns: 0.92,
  splitOverTurnsWeight: 0.65,
  /** People rarely hide what is harmless, so what had to be undone weighs more. */
  viewSuspicion: {
    plain: 0,
    unescaped: 0.3,
    decoded: 1.5,
    respaced: 1.5,
    unleeted: 1.5,
    shifted: 2,
    reversed: 2,
  },
  /** Two words or more that mix look-alikes of other scripts. */
  mixedScripts: 2,
} as const;

/** What of the application's own counts as known to whoever says it. */
export const applicationLimits = {
  minSecretLength: 6,
  /** So many words in a row of the system prompt are a quotation. */
  quotedWords: 7,
  scores: { secret: 0.95, ownPrompt: 0.7 },
} as const;
