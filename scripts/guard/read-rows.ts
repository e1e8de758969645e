import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** A labelled row as the development data has them. */
export type LabelledRow = {
  readonly id: string;
  readonly text: string;
  readonly label: "attack" | "benign";
  readonly source: string;
  readonly category: string;
  readonly lang: string;
  readonly surface: "user" | "document";
  readonly tier: string;
};

/** Reads JSON lines, gzipped or not. Throws on the first line that is none. */
export function readRows(path: string): LabelledRow[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): LabelledRow => JSON.parse(line));
}

/** A number that depends on the text alone, for splits that stay the same. */
export function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
