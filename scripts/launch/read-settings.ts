import { resolve } from "node:path";
import { loadEnvConfig } from "@next/env";
import { type Env, EnvError, parseEnv } from "@/lib/config/env";
import { projectRoot } from "../setup/project.mjs";

export type RunCommand = "dev" | "start";

type Source = Readonly<Record<string, string | undefined>>;

export type Settings = {
  readonly command: RunCommand;
  /** The whole environment, files included, as the server is to see it. */
  readonly source: Source;
  /** What the variables say; those that say nothing usable have their defaults here and are named in `faulty`. */
  readonly env: Env;
  readonly dataDir: string;
  readonly faulty: ReadonlySet<string>;
  readonly problems: readonly string[];
};

/** Reads `.env` files as Next does and checks every variable, so that all faults can be told at once. */
export function readSettings(command: RunCommand): Settings {
  const isDevelopment = command === "dev";
  loadEnvConfig(projectRoot, isDevelopment, { info: () => undefined, error: console.error });
  const source: Source = { ...process.env, NODE_ENV: isDevelopment ? "development" : "production" };
  const first = problemsOf(source);
  // Rules across several variables are only tried once each of them is sound, so look again without the faulty ones.
  const problems = [...new Set([...first, ...problemsOf(without(source, namesIn(first)))])];
  const faulty = namesIn(problems);
  const env = parseEnv(problems.length === 0 ? source : withoutGroups(source, faulty));
  return { command, source, env, dataDir: resolve(projectRoot, env.DATA_DIR), faulty, problems };
}

function problemsOf(source: Source): readonly string[] {
  try {
    parseEnv(source);
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
}

/** Each problem starts with the name of its variable. */
function namesIn(problems: readonly string[]): ReadonlySet<string> {
  return new Set(problems.map((problem) => problem.split(" ", 1)[0] ?? ""));
}

/** Some variables are only sound together (COMPATIBLE_…), so with a faulty one its group goes. */
function withoutGroups(source: Source, faulty: ReadonlySet<string>): Source {
  const groups = new Set([...faulty].map(groupOf));
  return Object.fromEntries(Object.entries(source).filter(([name]) => !groups.has(groupOf(name))));
}

function groupOf(name: string): string | undefined {
  return name.split("_", 1)[0];
}

function without(source: Source, names: ReadonlySet<string>): Source {
  return Object.fromEntries(Object.entries(source).filter(([name]) => !names.has(name)));
}
