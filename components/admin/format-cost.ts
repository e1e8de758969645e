import { formatUsd } from "@/lib/protocol/money";

const SUM_DIGITS = 2;
const TURN_DIGITS = 5;
const NANOS_PER_CENT = 10_000_000n;

/** A sum as people read it: $12.34; what is less than a cent is not shown as nothing. */
export function formatCost(nanos: bigint): string {
  return nanos > 0n && nanos < NANOS_PER_CENT ? "< $0.01" : `$${formatUsd(nanos, SUM_DIGITS)}`;
}

/** Dollars without their sign, which stands in the header; fine enough for one turn. */
export function formatTurnCost(nanos: bigint | null): string {
  return nanos === null ? "–" : formatUsd(nanos, TURN_DIGITS);
}
