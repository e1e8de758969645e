import "server-only";
import { findTurnsBetween } from "@/lib/db/turn-list";

/** Fewer digits than this would mean minutes of turns. */
const MIN_DIGITS = 8;
const ID_DIGITS = 32;
const MAX_FOUND = 20;

/**
 * The turns that a reference can mean: a turn's id as notices show it, or its first 8 digits or more. Dashes, spaces and
 * capitals do not matter.
 */
export async function findTurnReference(
  tenantId: string,
  reference: string,
): Promise<{ id: string; createdAt: Date }[]> {
  const digits = reference.toLowerCase().replaceAll(/[\s-]/g, "");
  if (!/^[0-9a-f]+$/.test(digits) || digits.length < MIN_DIGITS || digits.length > ID_DIGITS) return [];
  const bounds = {
    lowest: toUuid(digits.padEnd(ID_DIGITS, "0")),
    highest: toUuid(digits.padEnd(ID_DIGITS, "f")),
  };
  return findTurnsBetween(tenantId, bounds, MAX_FOUND);
}

function toUuid(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
