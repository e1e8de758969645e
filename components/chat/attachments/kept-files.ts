import { z } from "zod";
import type { FileEntry } from "./file-entry";

const keptSchema = z.array(z.object({ id: z.string(), name: z.string(), byteLength: z.number() }));

/** What is kept of the files of a draft in the browser: those that the server has. */
export type KeptFile = z.infer<typeof keptSchema>[number];

export function readKeptFiles(key: string): KeptFile[] {
  try {
    return keptSchema.parse(JSON.parse(localStorage.getItem(key) ?? "[]"));
  } catch {
    // Storage is off, or holds something else: the draft then has no files.
    return [];
  }
}

export function writeKeptFiles(key: string, entries: readonly FileEntry[]): void {
  const kept = entries.flatMap(({ id, name, byteLength }) =>
    id === undefined ? [] : [{ id, name, byteLength }],
  );
  try {
    if (kept.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Storage is off or full: the files live as long as the page.
  }
}
