import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashFiles, nodeModules, projectNode, projectRoot, writeFileAtomically } from "./project.mjs";
import { machinePath, runCommand, SetupProblem, say } from "./run-command.mjs";

const lockfile = join(projectRoot, "package-lock.json");
const stamp = join(nodeModules, ".installed");

/** True when node_modules holds what package-lock.json says, whoever installed it. */
export function arePackagesInstalled() {
  if (!existsSync(projectNode)) return false;
  const hash = hashFiles(lockfile);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return true;
  if (!matchesLockfile()) return false;
  writeFileAtomically(stamp, hash);
  return true;
}

/** npm writes what it installed into a hidden lockfile, as the last thing an install does. */
function matchesLockfile() {
  const hidden = join(nodeModules, ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const wanted = Object.entries(JSON.parse(readFileSync(lockfile, "utf8")).packages);
  const installed = JSON.parse(readFileSync(hidden, "utf8")).packages;
  return wanted.every(([path, { version, integrity, optional }]) => {
    if (path === "") return true;
    const found = installed[path];
    if (!found) return optional === true;
    return found.version === version && found.integrity === integrity && existsSync(join(projectRoot, path));
  });
}

/** @throws SetupProblem */
export async function installPackages() {
  say("Installing packages as package-lock.json names them …");
  const startedAt = Date.now();
  // With NODE_ENV=production npm would leave out the development packages, and Node 24 is one of them.
  // Its warnings are about the machine's Node, which none of the packages runs on.
  const options = ["--include=dev", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  const code = await runCommand("npm", ["ci", ...options], { environment: { PATH: machinePath() } });
  if (code === 127)
    throw new SetupProblem("npm was not found: install Node.js 20.9 or newer, which brings it along.");
  if (code !== 0)
    throw new SetupProblem(`Installing the packages failed (npm ci ended with ${code}); npm says why above.`);
  if (!existsSync(projectNode)) {
    throw new SetupProblem(
      "npm did not run the packages' install scripts: unset ignore-scripts in your npm configuration.",
    );
  }
  writeFileAtomically(stamp, hashFiles(lockfile));
  say(`Installed packages in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}
