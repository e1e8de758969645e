import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { idle, startProcess } from "../../test/start-process";
import { temporaryFolder } from "../../test/temporary-folder";
import { readLivingHolder, releaseFileLock, takeFileLock } from "./file-lock.mjs";

test("is taken once, names its holder, and is free again after the release", () => {
  const path = join(temporaryFolder(), "lock");
  expect(takeFileLock(path, { command: "npm run dev" })).toBeNull();
  expect(takeFileLock(path)).toMatchObject({ pid: process.pid, command: "npm run dev" });
  releaseFileLock(path);
  expect(takeFileLock(path)).toBeNull();
});

test("stays with a holder that lives and is taken from one that was killed", async () => {
  const path = join(temporaryFolder(), "lock");
  const { process: holder, pid, startedAt } = await startProcess(idle);
  writeFileSync(path, JSON.stringify({ pid, startedAt }));
  expect(takeFileLock(path)).toMatchObject({ pid });
  const ended = new Promise((settle) => holder.once("exit", settle));
  holder.kill("SIGKILL");
  await ended;
  expect(takeFileLock(path)).toBeNull();
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ pid: process.pid });
});

test("is taken from a process whose id now belongs to another", () => {
  const path = join(temporaryFolder(), "lock");
  writeFileSync(path, JSON.stringify({ pid: process.pid, startedAt: "long ago" }));
  expect(takeFileLock(path)).toBeNull();
});

test("a half-written file belongs to its writer for a moment, then to nobody", () => {
  const path = join(temporaryFolder(), "lock");
  writeFileSync(path, '{"pid": 12');
  expect(takeFileLock(path)).toEqual({});
  utimesSync(path, 0, 0);
  expect(readLivingHolder(path)).toBeNull();
  expect(takeFileLock(path)).toBeNull();
  expect(existsSync(`${path}.stale-${process.pid}`)).toBe(false);
});
