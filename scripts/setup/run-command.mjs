import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import { projectRoot } from "./project.mjs";

/** A step that could not be done; its message is one sentence for the person who started it. */
export class SetupProblem extends Error {}

/**
 * Runs a command with its output on stderr, because what npm's pre-scripts print to stdout mixes with the script's
 * own output: `shown`, shown `on failure`, or `hidden`. Resolves to the exit code, 127 when it cannot be started.
 */
export function runCommand(command, commandArguments, { environment = {}, output = "shown" } = {}) {
  return new Promise((settle) => {
    const child = spawn(command, commandArguments, {
      cwd: projectRoot,
      env: { ...process.env, ...environment },
      stdio: output === "shown" ? ["ignore", 2, 2] : ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    const heard = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => heard.push(chunk));
    child.on("error", () => settle(127));
    child.on("close", (code) => {
      if (code !== 0 && output === "on failure") process.stderr.write(Buffer.concat(heard));
      settle(code ?? 1);
    });
  });
}

/** The PATH without the project's own Node, which npm must not run on while it replaces it. */
export function machinePath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.filter((folder) => !/node_modules|node-gyp-bin/.test(folder)).join(delimiter);
}

export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}
