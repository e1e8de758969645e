import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { idle, startProcess } from "../../test/start-process";
import { temporaryFolder } from "../../test/temporary-folder";
import { inspectProcess } from "../setup/process-identity.mjs";
import { claimRunFile, readLivingRun } from "./run-file";

const name = "run.json";
const command = "npm run dev";

test("a living holder keeps the folder; the refusal names its command, process and address", async () => {
  const dataDir = temporaryFolder();
  const { pid, startedAt } = await startProcess(idle);
  writeFileSync(
    join(dataDir, name),
    JSON.stringify({ pid, startedAt, command, url: "http://localhost:3000", children: [] }),
  );
  await expect(claimRunFile({ dataDir, name, command })).rejects.toThrow(
    `(npm run dev, process ${pid} at http://localhost:3000)`,
  );
});

test("what a dead holder left running is ended, also when it ran under another name", async () => {
  const dataDir = temporaryFolder();
  const orphan = await startProcess(idle);
  const child = { name: "server", pid: orphan.pid, startedAt: orphan.startedAt, group: true };
  const children = [{ ...child, signals: [{ signal: "SIGTERM", graceMs: 5_000 }] }];
  writeFileSync(
    join(dataDir, "run-3001.json"),
    JSON.stringify({ pid: 1, startedAt: "never", command, children }),
  );
  const file = await claimRunFile({ dataDir, name, command });
  expect(inspectProcess(orphan.pid)).toBeNull();

  expect(readLivingRun(dataDir, name)).toMatchObject({ pid: process.pid, command });
  file.release();
  expect(readLivingRun(dataDir, name)).toBeNull();
  expect(existsSync(join(dataDir, name))).toBe(false);
});
