import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { guardInput } from "@/lib/guards/input/guard-input";
import { parseLine } from "./parse-line";
import { readLines } from "./read-lines";

const surfaces = ["user", "document", "attachment", "tool"] as const;
const usage = "usage: guard -- input [--surface user|document|attachment|tool] < rows.jsonl";

const rowSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** One line in, one line out: the judgement, or what is wrong with the line. */
function judgeLine(
  line: string,
  number: number,
  surface: (typeof surfaces)[number],
): { out: object; ok: boolean } {
  const row = parseLine(rowSchema, line, number);
  if ("error" in row) return { out: row, ok: false };
  const { action, score, findings } = guardInput(row.text, { surface });
  const found = findings.map(({ guard, reason, start, end }) => ({ guard, reason, start, end }));
  return { out: { id: row.id, action, score: Number(score.toFixed(6)), findings: found }, ok: true };
}

/** Judges the rows on stdin and writes them to stdout, in order. Resolves to the exit code. */
export async function inputMain(args: readonly string[]): Promise<number> {
  const surface = parseSurface(args);
  if (surface === null) {
    console.error(usage);
    return 2;
  }
  let failed = false;
  let number = 0;
  for await (const line of readLines(process.stdin)) {
    number++;
    if (line.trim() === "") continue;
    const { out, ok } = judgeLine(line, number, surface);
    if (!ok) failed = true;
    if (!process.stdout.write(`${JSON.stringify(out)}\n`))
      await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
  return failed ? 1 : 0;
}

function parseSurface(args: readonly string[]): (typeof surfaces)[number] | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { surface: { type: "string", default: "user" } },
    });
    return surfaces.find((surface) => surface === values.surface) ?? null;
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // Whoever reads us may stop early, as `head` does; that is no error of ours.
  process.stdout.on("error", () => process.exit(0));
  void inputMain(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
