import { v7 } from "uuid";

/** A UUIDv7 as it would have been made at that moment. */
export function idAt(moment: Date): string {
  return v7({ msecs: moment.getTime() });
}
