import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { LaunchProblem } from "../launch/launch-problem";
import { stopChild } from "../launch/stop-child.mjs";
import { commandLineOf, inspectProcess } from "../setup/process-identity.mjs";
import { DATABASE_USER } from "./cluster-access";
import { runAs } from "./database-account";
import { describePostgres, type PostgresOptions } from "./start-postgres";

/**
 * Ends a PostgreSQL that an earlier crash left running on the folder. A lock file that names a dead process is left
 * to PostgreSQL, which also looks for survivors; one that names a stranger (ids are reused) is removed.
 */
export async function clearClusterLock(folder: string): Promise<void> {
  const lockFile = join(folder, "postmaster.pid");
  if (!existsSync(lockFile)) return;
  const pid = Number.parseInt(readFileSync(lockFile, "utf8"), 10);
  if (Number.isNaN(pid)) return rmSync(lockFile, { force: true });
  if (inspectProcess(pid) === null) return;
  if (commandLineOf(pid).includes(`-D ${folder} `)) return stopChild(describePostgres(pid));
  rmSync(lockFile, { force: true });
}

/** Gives the database user a password again when the file that held it is lost. The cluster must not be running. */
export function resetPassword({ binaries, folder, account }: PostgresOptions, password: string): void {
  const { status, stderr } = spawnSync(
    join(binaries, "bin", "postgres"),
    ["--single", "-D", folder, "postgres"],
    {
      ...runAs(account),
      input: `ALTER ROLE ${DATABASE_USER} PASSWORD '${password}'\n`,
      encoding: "utf8",
    },
  );
  if (status !== 0)
    throw new LaunchProblem(`The embedded database's password could not be set again: ${stderr}`);
}
