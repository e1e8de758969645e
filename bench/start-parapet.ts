import { existsSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { answers, startProgram } from "./child-program";
import { findFreePort } from "./find-free-port";
import { signInGuests } from "./sign-in-guests";
import type { Direct } from "./start-direct";
import type { Target } from "./target";
import { workload } from "./workload";

const root = join(import.meta.dirname, "..");

/** The launcher's note of what it has started. */
const runSchema = z.looseObject({ children: z.array(z.looseObject({ name: z.string(), pid: z.int() })) });

/**
 * Starts Parapet's last build with a data folder of its own, and signs a guest in for each reader. Its limits stay in
 * force: each guest has an address of its own, as people have.
 */
export async function startParapet(
  { baseUrl, serverPid: providerPid }: Direct,
  readers: number,
): Promise<Target> {
  if (!existsSync(join(root, ".next", "standalone", "server.js"))) {
    throw new Error("There is no build of Parapet to measure: run `npm run build` first.");
  }
  const dataDir = await mkdtemp(join(tmpdir(), "parapet-bench-"));
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const program = await startProgram({
    name: "Parapet",
    args: [join(root, "scripts", "launch.mjs"), "start"],
    env: {
      ...emptied,
      PORT: String(port),
      DATA_DIR: dataDir,
      ...provider(baseUrl),
      TRUSTED_PROXY_HOPS: "1",
    },
    // The last thing the launcher says, when documents are indexed as well.
    isReady: async (output) => output.includes("Parapet is ready") && (await answers(`${url}/api/ready`)),
  });
  const { children } = runSchema.parse(JSON.parse(readFileSync(join(dataDir, "run.json"), "utf8")));
  const pidOf = (name: RegExp) => children.find((child) => name.test(child.name))?.pid ?? null;
  return {
    name: "parapet",
    url: `${url}/api/chat`,
    wire: "parts",
    serverPid: pidOf(/^server$/) ?? program.pid,
    providerPid,
    databasePid: pidOf(/postgres|database/i),
    readers: await signInGuests(url, readers),
    stop: async () => {
      await program.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Whatever the shell has set for Parapet must not change what is measured; an empty variable counts as unset. */
const emptied = Object.fromEntries(
  ["DATABASE_URL", "APP_URL", "AUTH_SECRET", "OPENAI_API_KEY", "ANTHROPIC_API_KEY"].map((name) => [name, ""]),
);

function provider(url: string): Record<string, string> {
  return {
    COMPATIBLE_BASE_URL: url,
    COMPATIBLE_MODEL: workload.model,
    COMPATIBLE_PRICE: "0.15/0.60",
    MODEL_CHAIN: `compatible/${workload.model},builtin`,
    LOG_LEVEL: "warn",
  };
}
