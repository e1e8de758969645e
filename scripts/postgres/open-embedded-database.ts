import { join } from "node:path";
import { Client } from "pg";
import { errorCode } from "../launch/launch-problem";
import { databaseUrl, newPassword, readClusterAccess, writeClusterAccess } from "./cluster-access";
import { findDatabaseAccount } from "./database-account";
import { findFreePort } from "./free-port";
import { initialiseCluster } from "./initialise-cluster";
import { findPostgresBinaries } from "./postgres-binaries";
import { reachableBinaries, reachableClusterFolder } from "./reachable-places";
import { clearClusterLock } from "./recover-cluster";
import { startOrRepair } from "./start-or-repair";
import type { RunningPostgres } from "./start-postgres";

const DATABASE_NAME = "parapet";

export type EmbeddedDatabase = { readonly url: string; readonly postgres: RunningPostgres };

type Place = {
  /** Absolute; the caller holds it for itself. */
  readonly dataDir: string;
  /** Told of each PostgreSQL process as soon as it runs, so that someone can stop it. */
  readonly onStart: (postgres: RunningPostgres) => void;
  readonly say: (sentence: string) => void;
};

/**
 * Starts the database that lives in DATA_DIR, in whatever state an earlier crash left it, and makes it first where
 * there is none. @throws LaunchProblem
 */
export async function openEmbeddedDatabase({ dataDir, onStart, say }: Place): Promise<EmbeddedDatabase> {
  const account = findDatabaseAccount();
  const binaries = reachableBinaries(findPostgresBinaries(), account, say);
  const folder = reachableClusterFolder(dataDir, account, say);
  const known = readClusterAccess(dataDir);
  await clearClusterLock(folder);
  const access = { port: await findFreePort(known?.port), password: known?.password ?? newPassword() };
  initialiseCluster({ binaries, folder, account, password: access.password });
  const options = { binaries, folder, account, port: access.port, logFile: join(dataDir, "postgres.log") };
  const { postgres, port } = await startOrRepair({ options, password: access.password, onStart });
  const url = databaseUrl(port, access.password, DATABASE_NAME);
  if (known?.port !== port || known.password !== access.password)
    writeClusterAccess(dataDir, { ...access, port });
  await createDatabaseIfMissing(url, databaseUrl(port, access.password, "postgres"));
  return { url, postgres };
}

async function createDatabaseIfMissing(url: string, maintenanceUrl: string): Promise<void> {
  const probe = new Client({ connectionString: url });
  try {
    await probe.connect();
    await probe.end();
  } catch (error) {
    if (errorCode(error) !== "3D000") throw error;
    const client = new Client({ connectionString: maintenanceUrl });
    await client.connect();
    await client.query(`CREATE DATABASE ${DATABASE_NAME}`);
    await client.end();
  }
}
