import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { releaseFileLock, takeFileLock } from "./file-lock.mjs";
import { findBrowser, isBrowserFound } from "./find-browser.mjs";
import { generateClient, isClientGenerated } from "./generate-client.mjs";
import { arePackagesInstalled, installPackages } from "./install-packages.mjs";
import { projectRoot } from "./project.mjs";
import { SetupProblem, say } from "./run-command.mjs";

// Not in node_modules: npm deletes that folder while it installs.
const lock = join(projectRoot, ".setup.lock");

const steps = [
  { isDone: arePackagesInstalled, run: installPackages },
  { isDone: isClientGenerated, run: generateClient },
];
const browserStep = { isDone: isBrowserFound, run: findBrowser };

/**
 * Brings the machine to what the project needs and does nothing when it is there already. Two at once are safe: the
 * second waits for the first. Ends the process with one sentence when a step cannot be done.
 */
export async function setup({ browser = false } = {}) {
  const wanted = browser ? [...steps, browserStep] : steps;
  if (wanted.every((step) => step.isDone())) return;
  try {
    await withSetupLock(async () => {
      for (const step of wanted) if (!step.isDone()) await step.run();
    });
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    say(error.message);
    process.exit(1);
  }
}

async function withSetupLock(work) {
  for (let waits = 0; takeFileLock(lock); waits++) {
    if (waits === 0) say("Another command is setting this folder up; waiting for it …");
    await delay(200);
  }
  try {
    await work();
  } finally {
    releaseFileLock(lock);
  }
}
