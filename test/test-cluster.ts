import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { startGuardian } from "../scripts/launch/guardian";
import { stopChild } from "../scripts/launch/stop-child.mjs";
import { migrate } from "../scripts/migrate/migrate";
import { databaseUrl, newPassword } from "../scripts/postgres/cluster-access";
import { findDatabaseAccount } from "../scripts/postgres/database-account";
import { findFreePort } from "../scripts/postgres/free-port";
import { initialiseCluster } from "../scripts/postgres/initialise-cluster";
import { findPostgresBinaries } from "../scripts/postgres/postgres-binaries";
import { reachableBinaries } from "../scripts/postgres/reachable-places";
import { startPostgres } from "../scripts/postgres/start-postgres";
import { waitUntilReady } from "../scripts/postgres/wait-until-ready";
import { inspectProcess } from "../scripts/setup/process-identity.mjs";

const PREFIX = "parapet-test-";
const TEMPLATE = "template_migrated";

export type TestCluster = {
  /** A new database, migrated unless `empty`. @returns its URL */
  readonly create: (name: string, from: "migrated" | "empty") => Promise<string>;
  readonly drop: (name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A PostgreSQL for one test run, as fast as it gets because nothing in it has to survive a crash. */
export async function startTestCluster(): Promise<TestCluster> {
  removeLeftovers();
  const place = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // PostgreSQL may run as another user, who has to get in.
  chmodSync(place, 0o755);
  const account = findDatabaseAccount();
  const binaries = reachableBinaries(findPostgresBinaries(), account, console.error);
  const [folder, password, port] = [join(place, "postgres"), newPassword(), await findFreePort()];
  initialiseCluster({ binaries, folder, account, password, flags: ["--no-sync"] });
  const settings = {
    fsync: "off",
    full_page_writes: "off",
    synchronous_commit: "off",
    max_connections: "200",
  };
  const postgres = startPostgres({ binaries, folder, account, port, logFile: join(place, "log"), settings });
  const guardian = startGuardian();
  guardian.guard([postgres.child]);
  await waitUntilReady(postgres, databaseUrl(port, password, "postgres"));

  const run = async (sql: string) => {
    const client = new Client({ connectionString: databaseUrl(port, password, "postgres") });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${TEMPLATE}`);
  await migrate(databaseUrl(port, password, TEMPLATE));
  return {
    create: async (name, from) => {
      await run(`CREATE DATABASE ${name} TEMPLATE ${from === "migrated" ? TEMPLATE : "template0"}`);
      return databaseUrl(port, password, name);
    },
    drop: (name) => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
    stop: async () => {
      await stopChild({ ...postgres.child, signals: postgres.child.signals.slice(1) });
      guardian.dismiss();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** A test run that was killed leaves its folder behind; its PostgreSQL has ended by itself. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (pid > 0 && inspectProcess(pid) === null)
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
