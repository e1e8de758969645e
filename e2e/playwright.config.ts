import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { defineConfig } from "@playwright/test";

const root = resolve(__dirname, "..");

/** Workers read this file again: what the first reading decided reaches them through the environment. */
function decideOnce(name: string, decide: () => string): string {
  process.env[name] ??= decide();
  return process.env[name];
}

function freePort(): string {
  const script =
    "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })";
  return execFileSync(process.execPath, ["-e", script], { encoding: "utf8" }).trim();
}

const dataDir = decideOnce("E2E_DATA_DIR", () => {
  const folder = mkdtempSync(join(tmpdir(), "parapet-e2e-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
});
const port = decideOnce("E2E_PORT", freePort);
// PROVIDER_URL is also where the tests steer the provider.
const providerUrl = decideOnce("PROVIDER_URL", () => `http://127.0.0.1:${freePort()}`);

/** What `npm test` and `npm run test:e2e` have found; without them Playwright looks for a browser of its own. */
function foundBrowser(): { executablePath?: string } {
  const record = join(root, "node_modules/.cache/parapet/browser.json");
  return existsSync(record) ? (JSON.parse(readFileSync(record, "utf8")) as { executablePath: string }) : {};
}

const server = {
  cwd: root,
  reuseExistingServer: false,
  gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  stdout: "pipe",
  stderr: "pipe",
} as const;

export default defineConfig({
  testDir: ".",
  // Two runs at once must not clear away what the other one wrote.
  outputDir: process.env.E2E_OUTPUT_DIR ?? "../test-results",
  forbidOnly: true,
  // What passes only then is named in the last lines of `npm test`.
  retries: 1,
  // The provider's behaviour is one for all tests, and the machine has two cores for server and browser.
  workers: 1,
  timeout: 60_000,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : [["list"]],
  use: {
    baseURL: `http://localhost:${port}`,
    trace: "on-first-retry",
    launchOptions: {
      ...foundBrowser(),
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: [
    {
      ...server,
      command: `node --import tsx scripts/provider/main.ts --port ${new URL(providerUrl).port}`,
      url: `${providerUrl}/v1/models`,
    },
    {
      ...server,
      // The production build, on a database of its own.
      command: "node --conditions=react-server scripts/launch.mjs start",
      url: `http://localhost:${port}/api/ready`,
      timeout: 120_000,
      env: {
        PORT: port,
        DATA_DIR: dataDir,
        DATABASE_URL: "",
        APP_URL: "",
        AUTH_SECRET: "",
        ADMIN_EMAIL: "admin@example.com",
        ADMIN_PASSWORD: "e2e-admin-password",
        OPENAI_API_KEY: "e2e",
        OPENAI_BASE_URL: `${providerUrl}/v1`,
        ANTHROPIC_API_KEY: "",
        COMPATIBLE_BASE_URL: "",
        // The built-in answerer always answers, so the third model is never a fallback, only a choice.
        MODEL_CHAIN: "openai/gpt-5-mini,builtin,openai/gpt-5",
        // Every test comes from an address of its own, so that none uses up another's limits.
        TRUSTED_PROXY_HOPS: "1",
      },
    },
  ],
});
