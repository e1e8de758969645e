import "server-only";
import { v7 } from "uuid";

/** A new UUIDv7 (RFC 9562): its first 48 bits are the time in milliseconds, so ids sort by when they were made. */
export function newId(): string {
  return v7();
}

/** The smallest UUIDv7 of a moment: the bound of a partition, or of a time filter on an id. */
export function lowestIdAt(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-0000-0000-000000000000`;
}

/** When a UUIDv7 was made, in milliseconds precision. */
export function timeOfId(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}
