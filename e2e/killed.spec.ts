import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { inspectProcess } from "../scripts/setup/process-identity.mjs";

const root = resolve(__dirname, "..");

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}

/** `npm start` on a folder and port of its own, ready. */
async function start(dataDir: string, port: number): Promise<ChildProcess> {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), DATABASE_URL: "" };
  const launcher = spawn(process.execPath, ["--conditions=react-server", "scripts/launch.mjs", "start"], {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  await expect.poll(() => isReady(port), { timeout: 60_000 }).toBe(true);
  return launcher;
}

async function isReady(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/api/ready`).catch(() => null);
  return response?.ok === true;
}

type RunRecord = { readonly children: readonly { readonly name: string; readonly pid: number }[] };

function readChildren(dataDir: string): RunRecord["children"] {
  return (JSON.parse(readFileSync(join(dataDir, "run.json"), "utf8")) as RunRecord).children;
}

function isAlive(pid: number): boolean {
  return inspectProcess(pid) !== null;
}

test("killed without warning, nothing stays behind, and the next start finds its database", async () => {
  test.setTimeout(120_000);
  const dataDir = mkdtempSync(join(tmpdir(), "parapet-e2e-killed-"));
  const port = await freePort();
  const first = await start(dataDir, port);
  const children = readChildren(dataDir);
  expect(children.map(({ name }) => name)).toEqual(expect.arrayContaining(["postgres", "server"]));
  first.kill("SIGKILL");
  await expect.poll(() => children.filter(({ pid }) => isAlive(pid)), { timeout: 20_000 }).toEqual([]);

  const second = await start(dataDir, port);
  const server = readChildren(dataDir).find(({ name }) => name === "server");
  second.kill("SIGTERM");
  const [code] = await once(second, "exit");
  expect(code).toBe(0);
  expect(server && isAlive(server.pid)).toBe(false);
  expect(await isReady(port)).toBe(false);
  rmSync(dataDir, { recursive: true, force: true });
});
