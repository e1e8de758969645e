import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { identifyProcess } from "../setup/process-identity.mjs";
import { nodeModules, projectRoot } from "../setup/project.mjs";
import { standaloneServer } from "./check-production";
import type { RunCommand } from "./read-settings";
import type { Child } from "./stop-child.mjs";

export type Server = { readonly process: ChildProcess; readonly child: Child };

/** Starts Next: its development server, or the standalone server of the last build. */
export function startServer(command: RunCommand, environment: NodeJS.ProcessEnv): Server {
  const program =
    command === "dev" ? [join(nodeModules, "next", "dist", "bin", "next"), "dev"] : [standaloneServer];
  const server = spawn(process.execPath, program, {
    cwd: projectRoot,
    env: environment,
    // A session of its own: a terminal's Ctrl-C must not end it before it has drained.
    detached: true,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return { process: server, child: describe(server.pid ?? 0) };
}

function describe(pid: number): Child {
  return {
    name: "server",
    pid,
    startedAt: identifyProcess(pid)?.startedAt ?? "",
    group: true,
    signals: [
      { signal: "SIGTERM", graceMs: 10_000 },
      { signal: "SIGKILL", graceMs: 2_000 },
    ],
  };
}
