import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type BrowserContext, chromium } from "@playwright/test";
import { answers, startProgram } from "@/bench/child-program";
import { findFreePort } from "@/bench/find-free-port";
import { composeLongAnswer } from "./compose-long-answer";
import { startFront } from "./front-server";
import { measureRun, type RunResult } from "./measure-run";
import { printMedian, printRun } from "./print-figures";
import { seedLongChat } from "./seed-long-chat";

/** Measures how long the page's main thread is kept busy at a time: the last build, a long chat, a long answer. */
const root = join(import.meta.dirname, "..", "..");
const browserFile = join(root, "node_modules", ".cache", "parapet", "browser.json");
/** The longest a task may take while an answer streams, by how much the processor is slowed down. */
const boundsMs = [
  [1, 50],
  [4, 200],
] as const;

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    words: { type: "string", default: "20000" },
    messages: { type: "string", default: "500" },
    "tokens-per-second": { type: "string", default: "500" },
    slowdown: { type: "string" },
    /** A file for a CPU profile of the first run, for a browser's developer tools. */
    profile: { type: "string" },
  },
});

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "parapet-measure-"));
  const [port, upstream] = [await findFreePort(), await findFreePort()];
  const url = `http://localhost:${port}`;
  const emptied = [
    "DATABASE_URL",
    "OPENAI_API_KEY",
    "ANTHROPIC_API_KEY",
    "COMPATIBLE_BASE_URL",
    "MODEL_CHAIN",
  ];
  const parapet = await startProgram({
    name: "Parapet",
    args: ["--conditions=react-server", join(root, "scripts", "launch.mjs"), "start"],
    env: {
      ...Object.fromEntries(emptied.map((name) => [name, ""])),
      ...{ PORT: String(upstream), DATA_DIR: dataDir, APP_URL: url },
    },
    isReady: async (output) =>
      output.includes("Parapet is ready") && (await answers(`http://127.0.0.1:${upstream}/api/ready`)),
  });
  const front = await startFront(port, upstream, {
    text: composeLongAnswer(Number(values.words)),
    tokensPerSecond: Number(values["tokens-per-second"]),
  });
  try {
    await measure(url, dataDir);
  } finally {
    await front.close();
    await parapet.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(url: string, dataDir: string): Promise<void> {
  const found = existsSync(browserFile) ? JSON.parse(readFileSync(browserFile, "utf8")) : {};
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    ...found,
    args: ["--disable-gpu", "--disable-background-networking", ...(isRoot ? ["--no-sandbox"] : [])],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const signedIn = await context.request.post(`${url}/api/auth/sign-in/anonymous`, { data: {} });
    if (!signedIn.ok()) throw new Error(`No guest could be signed in: ${signedIn.status()}`);
    const chatUrl = `${url}/chat/${await seedLongChat(dataDir, Number(values.messages))}`;
    for (const [slowdown, boundMs] of boundsMs) {
      if (values.slowdown !== undefined && Number(values.slowdown) !== slowdown) continue;
      printMedian(slowdown, await repeat(context, chatUrl, slowdown), boundMs);
    }
  } finally {
    await browser.close();
  }
}

async function repeat(context: BrowserContext, url: string, slowdown: number): Promise<RunResult[]> {
  const { profile } = values;
  const results: RunResult[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    const result = await measureRun({
      ...{ context, url, slowdown },
      onProfile:
        profile === undefined || run > 0
          ? undefined
          : (recorded) => writeFileSync(profile, JSON.stringify(recorded)),
    });
    printRun(slowdown, result);
    results.push(result);
  }
  return results;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
