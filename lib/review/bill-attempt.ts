import "server-only";
import type { BillLine } from "@/lib/protocol/review/bill";
import type { AttemptRecord } from "@/lib/protocol/review/turn-record";

const kinds = [
  { kind: "inputUncached", tokens: "inputUncachedTokens", price: "inputNanosPerMillion" },
  { kind: "inputCacheRead", tokens: "inputCacheReadTokens", price: "cacheReadNanosPerMillion" },
  { kind: "inputCacheWrite", tokens: "inputCacheWriteTokens", price: "cacheWriteNanosPerMillion" },
  { kind: "outputText", tokens: "outputTextTokens", price: "outputNanosPerMillion" },
  { kind: "outputReasoning", tokens: "outputReasoningTokens", price: "outputNanosPerMillion" },
] as const;

/**
 * What a call cost, kind by kind, by the price that stood when it was made. Amounts are exact: a line may have a
 * fraction of a nano-dollar, so it is in millionths of one.
 */
export function billAttempt(attempt: AttemptRecord): BillLine[] {
  return kinds.flatMap(({ kind, tokens, price }) => {
    const count = attempt[tokens];
    const nanosPerMillion = readPrice(attempt.price[price]);
    return count === 0 || nanosPerMillion === null
      ? []
      : [{ kind, tokens: count, nanosPerMillion, nanoMillionths: BigInt(count) * nanosPerMillion }];
  });
}

/** Snapshots are data of long ago: what cannot be read is left out rather than taken for 0. */
function readPrice(value: string | undefined): bigint | null {
  return value !== undefined && /^\d+$/.test(value) ? BigInt(value) : null;
}
