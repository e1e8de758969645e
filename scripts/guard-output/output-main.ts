import { z } from "zod";
import { parseLine } from "../guard/parse-line";
import { readLines } from "../guard/read-lines";
import { type Cut, cutText, parseCut } from "./cut-text";
import { judgeText } from "./judge-text";

const usage = "usage: output-main.ts [--chunks whole|chars|random:SEED] [--allow HOST …] < rows.jsonl";

const rowSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  system_prompt: z.string().nullish(),
});

type Settings = { readonly cut: Cut; readonly allowHosts: readonly string[] };

async function main(): Promise<void> {
  const settings = parseArguments(process.argv.slice(2));
  let lineNumber = 0;
  for await (const line of readLines(process.stdin)) {
    lineNumber++;
    if (line.trim() === "") continue;
    const judged = judgeLine(line, lineNumber, settings);
    if ("error" in judged) process.exitCode = 1;
    await write(`${JSON.stringify(judged)}\n`);
  }
}

/** One row judged, or what is wrong with the line; never a value that was found. */
function judgeLine(line: string, lineNumber: number, { cut, allowHosts }: Settings): object {
  const row = parseLine(rowSchema, line, lineNumber);
  if ("error" in row) return row;
  const context = row.system_prompt ? { allowHosts, systemPrompt: row.system_prompt } : { allowHosts };
  const { emitted, action, findings, heldMax } = judgeText(cutText(row.text, cut, lineNumber), context);
  const places = findings.map(({ guard, reason, start, end }) => ({ guard, reason, start, end }));
  return { id: row.id, emitted, action, findings: places, heldMax };
}

function parseArguments(words: readonly string[]): Settings {
  let cut: Cut | null = "whole";
  const allowHosts: string[] = [];
  let option = "";
  for (const word of words) {
    if (word === "--chunks" || word === "--allow") option = word;
    else if (option === "--chunks") {
      cut = parseCut(word);
      option = "";
    } else if (option === "--allow") allowHosts.push(word);
    else fail(`unknown argument: ${word}`);
  }
  if (option === "--chunks") fail("--chunks wants a value");
  if (cut === null) fail("--chunks takes whole, chars or random:SEED");
  return { cut: cut ?? "whole", allowHosts };
}

function fail(message: string): never {
  console.error(`${message}\n${usage}`);
  process.exit(2);
}

/** Writes in order and waits when the reader is slower. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : "failed");
  process.exitCode = 2;
});
