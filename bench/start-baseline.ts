import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { answers, startProgram } from "./child-program";
import { findFreePort } from "./find-free-port";
import type { Direct } from "./start-direct";
import type { Target } from "./target";

const root = join(import.meta.dirname, "..");
const folder = join(import.meta.dirname, "baseline");
const server = join(folder, ".next", "standalone", "bench", "baseline", "server.js");

/** Builds the smallest Next app that passes a model's answer on, and starts it. */
export async function startBaseline(
  { baseUrl, serverPid: providerPid }: Direct,
  readers: number,
): Promise<Target> {
  build();
  const port = await findFreePort();
  const program = await startProgram({
    name: "The minimal route",
    args: [server],
    env: { PORT: String(port), HOSTNAME: "127.0.0.1", BASELINE_PROVIDER_URL: baseUrl },
    isReady: () => answers(`http://127.0.0.1:${port}/api/chat`),
  });
  return {
    name: "baseline",
    url: `http://127.0.0.1:${port}/api/chat`,
    wire: "parts",
    serverPid: program.pid,
    databasePid: null,
    providerPid,
    readers: Array.from({ length: readers }, () => ({ headers: {} })),
    stop: program.stop,
  };
}

function build(): void {
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const { status, stdout, stderr } = spawnSync(process.execPath, [next, "build"], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The minimal route could not be built:\n${stdout}${stderr}`);
}
