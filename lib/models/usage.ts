import "server-only";
import type { LanguageModelV4Usage } from "@ai-sdk/provider";

/** Tokens of one call, split by what they are billed as; the kinds do not overlap. */
export type TokenUsage = {
  readonly inputUncached: number;
  readonly inputCacheRead: number;
  readonly inputCacheWrite: number;
  readonly outputText: number;
  readonly outputReasoning: number;
};

export const noUsage: TokenUsage = {
  inputUncached: 0,
  inputCacheRead: 0,
  inputCacheWrite: 0,
  outputText: 0,
  outputReasoning: 0,
};

/**
 * Brings a provider's figures into one shape. Kinds that a provider does not report are derived from the totals, so
 * that nothing billed is lost.
 * @returns null when the provider reported no figures at all: then ours must be counted
 */
export function normaliseUsage(usage: LanguageModelV4Usage): TokenUsage | null {
  const { inputTokens, outputTokens } = usage;
  if (
    inputTokens.total === undefined &&
    inputTokens.noCache === undefined &&
    outputTokens.total === undefined
  )
    return null;
  const inputCacheRead = inputTokens.cacheRead ?? 0;
  const inputCacheWrite = inputTokens.cacheWrite ?? 0;
  const outputReasoning = outputTokens.reasoning ?? 0;
  return {
    inputUncached:
      inputTokens.noCache ?? Math.max(0, (inputTokens.total ?? 0) - inputCacheRead - inputCacheWrite),
    inputCacheRead,
    inputCacheWrite,
    outputText: outputTokens.text ?? Math.max(0, (outputTokens.total ?? 0) - outputReasoning),
    outputReasoning,
  };
}

export function inputTokensOf(usage: TokenUsage): number {
  return usage.inputUncached + usage.inputCacheRead + usage.inputCacheWrite;
}

export function outputTokensOf(usage: TokenUsage): number {
  return usage.outputText + usage.outputReasoning;
}
