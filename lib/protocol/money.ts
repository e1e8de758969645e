/** Nano-dollars in a dollar. Money is whole nano-dollars everywhere: a token of the cheapest models costs about 25. */
const NANOS_PER_USD = 1_000_000_000n;
const NANO_DIGITS = 9;

/**
 * Reads a decimal string of USD exactly.
 * @returns nano-dollars
 * @throws RangeError on anything that is not a plain decimal with at most 9 digits behind the point
 */
export function parseUsd(usd: string): bigint {
  const match = /^(\d+)(?:\.(\d{1,9}))?$/.exec(usd);
  if (match === null) throw new RangeError(`"${usd}" is not an amount in USD such as 0.25.`);
  const [, whole = "0", fraction = ""] = match;
  return BigInt(whole) * NANOS_PER_USD + BigInt(fraction.padEnd(NANO_DIGITS, "0"));
}

/**
 * Nano-dollars as a decimal of USD, without a sign for the currency: exact, or rounded half up to `digits` behind the
 * point. Never through a float.
 */
export function formatUsd(nanos: bigint, digits?: number): string {
  const isNegative = nanos < 0n;
  const amount = isNegative ? -nanos : nanos;
  const unit = 10n ** BigInt(NANO_DIGITS - Math.min(digits ?? NANO_DIGITS, NANO_DIGITS));
  const rounded = ((amount + unit / 2n) / unit) * unit;
  const whole = (rounded / NANOS_PER_USD).toString();
  const fraction = (rounded % NANOS_PER_USD).toString().padStart(NANO_DIGITS, "0");
  const shown = digits === undefined ? fraction.replace(/0+$/, "").padEnd(2, "0") : fraction.slice(0, digits);
  const sign = isNegative && rounded > 0n ? "-" : "";
  return `${sign}${whole}${shown === "" ? "" : `.${shown}`}`;
}
