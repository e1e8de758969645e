import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const exampleSchema = z.strictObject({
  text: z.string().min(1),
  label: z.enum(["attack", "benign"]),
  /** The kind of attack, or of good text. */
  family: z.string().min(1),
  /** ISO 639-1, with the script where it is not the usual one. */
  lang: z.string().min(2),
});

export type WrittenExample = z.infer<typeof exampleSchema>;

/** The examples of all files of JSON lines in a folder, by name of file. Throws naming the first line that is none. */
export function readExamples(folder: string): WrittenExample[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), "utf8").trimEnd().split("\n").map(parse(name)));
}

const parse = (name: string) => (line: string, index: number) => {
  try {
    return exampleSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`${name}, line ${index + 1}, is no example`, { cause });
  }
};
