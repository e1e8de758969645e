import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type LabelledRow, readRows } from "./read-rows";

const folder = "scripts/guard/examples/held-out";

/** Rows of our own that never teach, written by people who had seen neither the rules nor the data. */
export function readHeldOut(): LabelledRow[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => readRows(join(folder, name)));
}
