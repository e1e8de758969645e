import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prices } from "@/lib/config/prices";
import { costOf, parsePrice, priceSnapshot, readPriceSnapshot, worstCostOf } from "./price";
import { noUsage } from "./usage";

const mini = parsePrice({
  input: "0.25",
  cacheRead: "0.025",
  cacheWrite: "0.30",
  output: "2",
  source: "s",
  asOf: "d",
});

describe("costOf", () => {
  it("multiplies each kind of token by its own price", () => {
    const usage = {
      inputUncached: 1000,
      inputCacheRead: 400,
      inputCacheWrite: 10,
      outputText: 30,
      outputReasoning: 20,
    };
    expect(costOf(usage, mini)).toBe(1000n * 250n + 400n * 25n + 10n * 300n + 50n * 2000n);
  });

  it("rounds a fraction of a nano-dollar up", () => {
    const price = parsePrice({
      input: "0.0001",
      cacheRead: "0",
      cacheWrite: "0",
      output: "0",
      source: "s",
      asOf: "d",
    });
    expect(costOf({ ...noUsage, inputUncached: 1 }, price)).toBe(1n);
  });

  it("never exceeds the worst case that was reserved", () => {
    const tokens = fc.nat({ max: 100_000 });
    fc.assert(
      fc.property(tokens, tokens, tokens, tokens, tokens, (uncached, read, write, text, reasoning) => {
        const usage = {
          inputUncached: uncached,
          inputCacheRead: read,
          inputCacheWrite: write,
          outputText: text,
          outputReasoning: reasoning,
        };
        expect(costOf(usage, mini) <= worstCostOf(uncached + read + write, text + reasoning, mini)).toBe(
          true,
        );
      }),
    );
  });
});

it("every configured price can be read, and a snapshot of it gives the same price", () => {
  for (const entry of Object.values(prices)) {
    const price = parsePrice(entry);
    expect(readPriceSnapshot(priceSnapshot(price))).toEqual(price);
  }
});
