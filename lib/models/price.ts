import "server-only";
import type { PriceEntry } from "@/lib/config/prices";
import { parseUsd } from "@/lib/protocol/money";
import type { TokenUsage } from "./usage";

/** A price as it is multiplied and recorded: nano-dollars per million tokens. */
export type Price = {
  readonly inputNanosPerMillion: bigint;
  readonly cacheReadNanosPerMillion: bigint;
  readonly cacheWriteNanosPerMillion: bigint;
  readonly outputNanosPerMillion: bigint;
  readonly source: string;
  readonly asOf: string;
};

const MILLION = 1_000_000n;

/** @throws RangeError when an amount is not a decimal in USD. */
export function parsePrice(entry: PriceEntry): Price {
  return {
    inputNanosPerMillion: parseUsd(entry.input),
    cacheReadNanosPerMillion: parseUsd(entry.cacheRead),
    cacheWriteNanosPerMillion: parseUsd(entry.cacheWrite),
    outputNanosPerMillion: parseUsd(entry.output),
    source: entry.source,
    asOf: entry.asOf,
  };
}

/** What tokens cost, in nano-dollars; a fraction of one counts as one, so that a sum is never below the bill. */
export function costOf(usage: TokenUsage, price: Price): bigint {
  const nanoMillionths =
    BigInt(usage.inputUncached) * price.inputNanosPerMillion +
    BigInt(usage.inputCacheRead) * price.cacheReadNanosPerMillion +
    BigInt(usage.inputCacheWrite) * price.cacheWriteNanosPerMillion +
    BigInt(usage.outputText + usage.outputReasoning) * price.outputNanosPerMillion;
  return (nanoMillionths + MILLION - 1n) / MILLION;
}

/** The most that a call can cost, in nano-dollars: every input token at its dearest kind, every output token used. */
export function worstCostOf(inputTokens: number, maxOutputTokens: number, price: Price): bigint {
  const { inputNanosPerMillion, cacheWriteNanosPerMillion } = price;
  const writesCost = cacheWriteNanosPerMillion > inputNanosPerMillion;
  return costOf(
    {
      inputUncached: writesCost ? 0 : inputTokens,
      inputCacheRead: 0,
      inputCacheWrite: writesCost ? inputTokens : 0,
      outputText: maxOutputTokens,
      outputReasoning: 0,
    },
    price,
  );
}

/** The snapshot that an attempt keeps; bigints as strings, for JSON has none. */
export function priceSnapshot(price: Price): Record<string, string> {
  return Object.fromEntries(Object.entries(price).map(([key, value]) => [key, String(value)]));
}

/** The price of a snapshot. @throws RangeError or SyntaxError when it isn't one. */
export function readPriceSnapshot(snapshot: Readonly<Record<string, string>>): Price {
  const amount = (key: string): bigint => BigInt(snapshot[key] ?? "missing");
  return {
    inputNanosPerMillion: amount("inputNanosPerMillion"),
    cacheReadNanosPerMillion: amount("cacheReadNanosPerMillion"),
    cacheWriteNanosPerMillion: amount("cacheWriteNanosPerMillion"),
    outputNanosPerMillion: amount("outputNanosPerMillion"),
    source: snapshot["source"] ?? "",
    asOf: snapshot["asOf"] ?? "",
  };
}
