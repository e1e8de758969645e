import "server-only";
import { dropOffendingSentences } from "@/lib/guards/input/sentences/drop-offending-sentences";

const NEUTRAL_NAME = "Attached file";

/** A file's name as models may read it: a name is as much somebody's text as what is in the file. */
export function safeName(name: string): string {
  return dropOffendingSentences(name, "attachment").dropped.length === 0 ? name : NEUTRAL_NAME;
}
