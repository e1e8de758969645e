import { parseArgs } from "node:util";
import { type TargetName, targetNames } from "./target";

export type Options = {
  readonly targets: readonly TargetName[];
  readonly levels: readonly number[];
  readonly rounds: number;
  readonly isHelp: boolean;
};

export const helpText = `npm run bench -- [--targets direct,baseline,parapet] [--readers 1,32,128] [--rounds 2]

Measures what an answer costs: asked of the provider simulator directly, through the smallest Next route that passes it
on, and through Parapet. Takes about eight minutes; the machine should have nothing else to do. Results are written to
bench/results/.
`;

/** Reads the command line. Throws an Error with one sentence that says what is wrong with it. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      targets: { type: "string", default: targetNames.join(",") },
      readers: { type: "string", default: "1,32,128" },
      rounds: { type: "string", default: "2" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const targets = values.targets.split(",").map(readTarget);
  const levels = values.readers.split(",").map((text) => readCount("--readers", text, 1024));
  // The others are asked for answers that the provider gives, and compared with it.
  if (!targets.includes("direct"))
    throw new Error("--targets must have direct, which the others are compared with.");
  return { targets, levels, rounds: readCount("--rounds", values.rounds, 100), isHelp: values.help };
}

function readTarget(name: string): TargetName {
  const target = targetNames.find((known) => known === name);
  if (!target) throw new Error(`--targets takes ${targetNames.join(", ")}, not "${name}".`);
  return target;
}

function readCount(option: string, text: string, max: number): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > max)
    throw new Error(`${option} takes 1 to ${max}, not "${text}".`);
  return count;
}
