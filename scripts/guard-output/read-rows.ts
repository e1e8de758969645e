import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** One labelled row of the development data. */
export type Row = {
  readonly text: string;
  readonly label: string;
  readonly category: string;
  readonly source: string;
  readonly system_prompt?: string | null;
  readonly access_code?: string | null;
  readonly secret?: string | null;
  readonly spans?: readonly { readonly type: string; readonly start: number; readonly end: number }[];
};

/** Reads a gzipped JSON-lines file of a data folder. */
export function readRows(folder: string, name: string): Row[] {
  const lines = gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`)))
    .toString("utf8")
    .split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as Row);
}

/** The value behind `--name` on the command line, or undefined. */
export function optionOf(name: string, args: readonly string[] = process.argv): string | undefined {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args[at + 1];
}
