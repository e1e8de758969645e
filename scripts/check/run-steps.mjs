import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { projectNode, projectRoot } from "../setup/project.mjs";

/**
 * Runs commands of the project's Node side by side, as many as the machine has cores, and prints a line for each that
 * ends; of one that fails also what it said.
 *
 * @returns the titles of the steps that failed
 */
export async function runSteps(steps, { atOnce = availableParallelism() } = {}) {
  const waiting = [...steps];
  const failed = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift())
      if (!(await runStep(step))) failed.push(step.title);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failed;
}

function runStep({ title, run, environment = {} }) {
  const startedAt = performance.now();
  return new Promise((settle) => {
    const color = process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" };
    const env = { ...process.env, ...color, ...environment };
    const child = spawn(projectNode, run, { cwd: projectRoot, env, stdio: ["ignore", "pipe", "pipe"] });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(chunk));
    child.on("error", (error) => output.push(Buffer.from(String(error))));
    child.on("close", (code) => {
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      console.log(`${title.padEnd(13)} ${code === 0 ? "ok" : "FAILED"}  ${seconds} s`);
      if (code !== 0) console.log(Buffer.concat(output).toString().trimEnd().replace(/^/gm, "    "));
      settle(code === 0);
    });
  });
}
