import "server-only";
import type { InputJudgePolicy } from "@/lib/config/guardrails-input";
import type { Finding } from "@/lib/protocol/finding";

/** What a judge makes of a text. What its calls cost is on record as their attempts. */
export type JudgeAnswer = {
  /** From 0 (harmless) to 1. */
  readonly score: number;
  readonly findings: readonly Finding[];
};

/**
 * A judge that costs money or time, of what people type: a moderation service, a small language model, a transformer. It is
 * handed what it calls by whoever makes it, so this feature knows no provider.
 */
export type InputJudge = {
  readonly name: string;
  readonly policy: InputJudgePolicy;
  readonly judge: (text: string, signal: AbortSignal) => Promise<JudgeAnswer>;
};
