import { once } from "node:events";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder";
import { type Child, stopChild } from "../launch/stop-child.mjs";
import { openEmbeddedDatabase } from "./open-embedded-database";

/** Opens the database of the folder; what runs at the end of the test is ended, without waiting for good manners. */
async function open(dataDir: string) {
  const started: Child[] = [];
  onTestFinished(async () => {
    for (const child of started) await stopChild({ ...child, signals: child.signals.slice(1) });
  });
  return openEmbeddedDatabase({ dataDir, say: () => undefined, onStart: ({ child }) => started.push(child) });
}

async function query(connectionString: string, sql: string) {
  const client = new Client({ connectionString });
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

test("a new database is UTF-8, listens on loopback only and keeps its password to its owner", async () => {
  const dataDir = temporaryFolder();
  const { url } = await open(dataDir);
  const [settings] = await query(
    url,
    `SELECT current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS listens,
            current_setting('fsync') AS fsync, current_setting('password_encryption') AS passwords`,
  );
  expect(settings).toEqual({
    encoding: "UTF8",
    listens: "127.0.0.1",
    fsync: "on",
    passwords: "scram-sha-256",
  });
  expect(statSync(join(dataDir, "postgres.json")).mode & 0o777).toBe(0o600);
  await expect(query(url.replace(/:[^:@]*@/, ":wrong@"), "SELECT 1")).rejects.toMatchObject({
    code: "28P01",
  });
});

test("comes back with its rows after kill -9, a lost password and a lock that names a stranger", async () => {
  const dataDir = temporaryFolder();
  const first = await open(dataDir);
  await query(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  first.postgres.process.kill("SIGKILL");
  await once(first.postgres.process, "exit");

  const second = await open(dataDir);
  expect(second.url).toBe(first.url);
  expect(await query(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  await stopChild(second.postgres.child);

  rmSync(join(dataDir, "postgres.json"));
  writeFileSync(
    join(dataDir, "postgres", "postmaster.pid"),
    `${process.pid}\n${join(dataDir, "postgres")}\n`,
  );
  const third = await open(dataDir);
  expect(third.url).not.toBe(first.url);
  expect(await query(third.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
});

test("an orphan that still runs on the folder is replaced", async () => {
  const dataDir = temporaryFolder();
  const orphan = await open(dataDir);
  const { url, postgres } = await open(dataDir);
  expect(postgres.child.pid).not.toBe(orphan.postgres.child.pid);
  expect(url).toBe(orphan.url);
  expect(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8")).toMatch(
    `${postgres.child.pid}\n`,
  );
});
