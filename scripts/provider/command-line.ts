import { parseArgs } from "node:util";
import { z } from "zod";
import { type ControlInput, controlSchema } from "./behaviour/control-schema";
import { readJson } from "./read-json";

export type Command = {
  readonly port: number;
  readonly control: readonly ControlInput[];
  readonly isHelp: boolean;
};

const options = {
  port: { type: "string", default: "4010" },
  control: { type: "string", multiple: true, default: [] as string[] },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Reads the command line. Throws an Error with one sentence that says what is wrong with it. */
export function readCommandLine(args: readonly string[]): Command {
  const { values } = parseArgs({ args: [...args], options: { ...options } });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new Error(`--port takes a number from 0 to 65535, not "${values.port}".`);
  return { port, control: values.control.map(readControl), isHelp: values.help };
}

function readControl(text: string): ControlInput {
  const parsed = controlSchema.safeParse(readJson(text));
  if (!parsed.success) throw new Error(`--control: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
