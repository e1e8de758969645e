import { checkDataDir } from "../launch/check-data-dir";
import { checkDatabase } from "../launch/check-database";
import { claimDataDir } from "../launch/claim-data-dir";
import { LaunchProblem } from "../launch/launch-problem";
import { openDatabase } from "../launch/open-database";
import { openRun } from "../launch/open-run";
import { readSettings, type Settings } from "../launch/read-settings";
import { readLivingRun } from "../launch/run-file";
import { stopOnSignals } from "../launch/stop-on-signals";
import { databaseUrl, readClusterAccess } from "../postgres/cluster-access";

/** Calls `work` with the database that DATABASE_URL names, or else the embedded one, started for it unless it runs. */
export async function withDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const settings = readSettings("dev");
  const { DATABASE_URL } = settings.env;
  if (DATABASE_URL === undefined) return withEmbeddedDatabase(settings, work);
  const problems = await checkDatabase(DATABASE_URL);
  if (problems.length > 0) throw new LaunchProblem(...problems);
  return work(DATABASE_URL);
}

async function withEmbeddedDatabase<T>(
  settings: Settings,
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  const { dataDir } = settings;
  const access = readClusterAccess(dataDir);
  if (access && readLivingRun(dataDir, "run.json"))
    return work(databaseUrl(access.port, access.password, "parapet"));
  const problems = checkDataDir(dataDir);
  if (problems.length > 0) throw new LaunchProblem(...problems);
  const run = openRun(await claimDataDir({ ...settings, command: "npm run db:migrate" }));
  stopOnSignals(run);
  try {
    return await work(await openDatabase(run, dataDir));
  } finally {
    await run.stop();
  }
}
