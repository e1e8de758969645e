import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatUsd, parseUsd } from "./money";

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

describe("formatUsd", () => {
  it("writes every nano-dollar, and no more zeros than money has", () => {
    expect(formatUsd(0n)).toBe("0.00");
    expect(formatUsd(1n)).toBe("0.000000001");
    expect(formatUsd(1_234_567_890n)).toBe("1.23456789");
    expect(formatUsd(15_000_000_000n)).toBe("15.00");
    expect(formatUsd(-250_000_000n)).toBe("-0.25");
  });

  it("rounds half up where digits are asked for", () => {
    expect(formatUsd(4_999_999n, 2)).toBe("0.00");
    expect(formatUsd(5_000_000n, 2)).toBe("0.01");
    expect(formatUsd(999_999_999n, 2)).toBe("1.00");
    expect(formatUsd(1_500_000_000n, 0)).toBe("2");
    expect(formatUsd(-1n, 2)).toBe("0.00");
  });

  it("is what parseUsd reads, whatever the amount", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (nanos) => {
        expect(parseUsd(formatUsd(nanos))).toBe(nanos);
      }),
    );
  });
});
