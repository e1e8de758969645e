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
