import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { nodeModules, projectRoot } from "../setup/project.mjs";
import { standaloneServer } from "./check-production";
import { LaunchProblem } from "./launch-problem";

/** Builds the standalone server and puts beside it what Next leaves out: static files and public/. */
export async function build(): Promise<void> {
  const next = spawn(process.execPath, [join(nodeModules, "next", "dist", "bin", "next"), "build"], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => next.kill(signal));
  const [code] = await once(next, "exit");
  if (code !== 0) throw new LaunchProblem("The build failed; Next says why above.");
  if (!existsSync(standaloneServer))
    throw new LaunchProblem('next.config.ts must keep output: "standalone"; `npm start` needs it.');
  const target = dirname(standaloneServer);
  copy(join(projectRoot, ".next", "static"), join(target, ".next", "static"));
  copy(join(projectRoot, "public"), join(target, "public"));
}

function copy(from: string, to: string): void {
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}
