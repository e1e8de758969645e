import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Child } from "../launch/stop-child.mjs";
import { identifyProcess } from "../setup/process-identity.mjs";
import { type DatabaseAccount, runAs } from "./database-account";

export type PostgresOptions = {
  readonly binaries: string;
  readonly folder: string;
  readonly account: DatabaseAccount;
  readonly port: number;
  readonly logFile: string;
  readonly settings?: Readonly<Record<string, string>>;
};

export type RunningPostgres = {
  readonly process: ChildProcess;
  readonly child: Child;
  /** Everything that PostgreSQL has logged since this start. */
  readonly readLog: () => string;
};

const defaultSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "128MB",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m ",
  // Statements and the details of errors hold what people wrote, which belongs in no log.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/** Starts the server process; it is not ready yet. In a session of its own, so that Ctrl-C reaches only the launcher. */
export function startPostgres({
  binaries,
  folder,
  account,
  port,
  logFile,
  settings,
}: PostgresOptions): RunningPostgres {
  const logStart = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const log = openSync(logFile, "a", 0o600);
  const flags = Object.entries({ ...defaultSettings, ...settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const postgres = spawn(join(binaries, "bin", "postgres"), ["-D", folder, "-p", String(port), ...flags], {
    ...runAs(account),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  return {
    process: postgres,
    child: describePostgres(postgres.pid ?? 0),
    readLog: () => readFileSync(logFile, "utf8").slice(logStart),
  };
}

export function describePostgres(pid: number): Child {
  return {
    name: "postgres",
    pid,
    startedAt: identifyProcess(pid)?.startedAt ?? "",
    group: false,
    signals: [
      // PostgreSQL's fast shutdown, then its immediate one, which the next start recovers from.
      { signal: "SIGINT", graceMs: 10_000 },
      { signal: "SIGQUIT", graceMs: 5_000 },
      { signal: "SIGKILL", graceMs: 2_000 },
    ],
  };
}
