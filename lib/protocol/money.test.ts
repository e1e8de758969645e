import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseUsd } from "./money";

describe("parseUsd", () => {
  it("reads decimal strings exactly", () => {
    expect(parseUsd("0.25")).toBe(250_000_000n);
    expect(parseUsd("15")).toBe(15_000_000_000n);
    expect(parseUsd("0.000000001")).toBe(1n);
  });

  it("refuses what it can't read exactly", () => {
    for (const bad of ["", "-1", "1.", ".5", "1e3", "0.0000000001", "1,5", "NaN", " 1"]) {
      expect(() => parseUsd(bad), bad).toThrow(RangeError);
    }
  });

  it("loses nothing, whatever the digits", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.integer({ min: 0, max: 999_999_999 }),
        (whole, fraction) => {
          const usd = `${whole}.${String(fraction).padStart(9, "0")}`;
          expect(parseUsd(usd)).toBe(whole * 1_000_000_000n + BigInt(fraction));
        },
      ),
    );
  });
});
