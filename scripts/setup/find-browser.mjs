import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { nodeModules, projectNode, writeFileAtomically } from "./project.mjs";
import { runCommand, SetupProblem, say } from "./run-command.mjs";

const cache = join(nodeModules, ".cache", "parapet");
const record = join(cache, "browser.json");

const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export function isBrowserFound() {
  return existsSync(record) && existsSync(JSON.parse(readFileSync(record, "utf8")).executablePath);
}

/** Finds a browser that starts, or gets one, and writes its path where Playwright's configuration reads it. */
export async function findBrowser() {
  const executablePath = installedBrowser() ?? (await downloadBrowser()) ?? (await installDebianBrowser());
  if (!executablePath) {
    throw new SetupProblem(
      "No browser for the tests: install Chromium or Chrome (Debian: apt-get install chromium), then run this again.",
    );
  }
  mkdirSync(cache, { recursive: true });
  writeFileAtomically(record, JSON.stringify({ executablePath }));
  say(`Tests use the browser ${executablePath}.`);
}

function installedBrowser() {
  return [playwrightBrowser(), ...systemBrowsers].find(startsUp);
}

function playwrightBrowser() {
  return createRequire(join(nodeModules, "x"))("playwright-core").chromium.executablePath();
}

/** A browser can be there and lack the system libraries it needs. */
function startsUp(path) {
  return existsSync(path) && spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}

async function downloadBrowser() {
  say("Downloading a browser for the tests with Playwright …");
  const playwright = join(nodeModules, "playwright", "cli.js");
  // Where the download host cannot be reached, its own patience would be minutes.
  const code = await runCommand(projectNode, [playwright, "install", "chromium"], {
    environment: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" },
    output: "hidden",
  });
  const browser = code === 0 ? installedBrowser() : undefined;
  if (!browser) say("That gave no browser that starts.");
  return browser;
}

async function installDebianBrowser() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  say("Installing Debian's chromium with apt-get …");
  const unattended = { environment: { DEBIAN_FRONTEND: "noninteractive" }, output: "on failure" };
  await runCommand("apt-get", ["update", "-qq"], unattended);
  await runCommand("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], unattended);
  return installedBrowser();
}
