import "server-only";
import type { InputSurface } from "@/lib/config/guardrails-input";
import type { Finding } from "@/lib/protocol/finding";

/** What is known about a text besides the text. */
export type InputContext = {
  readonly surface: InputSurface;
  /** The application's own instructions to the model: a text that quotes them is after them. */
  readonly systemPrompt?: string;
  /** Values that must never be talked about. */
  readonly secrets?: readonly string[];
  /** The person's earlier turns in this chat, oldest first: a payload may be split over several. */
  readonly previousTurns?: readonly string[];
};

/** A finding with its weight, from 0 (harmless) to 1 (certainly an attack). */
export type ScoredFinding = Finding & { readonly score: number };

/** The reason of a finding that blames no place in a text, but a window or all of it. */
export const unplacedReason = "reads-like-an-attack";

/** What one guard thinks of a text. `score` may exceed the findings': it also counts what has no place. */
export type GuardOpinion = { readonly score: number; readonly findings: readonly ScoredFinding[] };

/** Judges a text, and only that: what follows from its score is policy and stands in the configuration. */
export type InputGuard = {
  readonly name: string;
  readonly judge: (text: string, context: InputContext) => GuardOpinion;
};
