import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { LaunchProblem } from "../launch/launch-problem";
import { DATABASE_USER } from "./cluster-access";
import { type DatabaseAccount, runAs } from "./database-account";

type NewCluster = {
  readonly binaries: string;
  readonly folder: string;
  readonly account: DatabaseAccount;
  readonly password: string;
  readonly flags?: readonly string[];
};

/**
 * Makes the cluster unless it is there. It is made beside its place and moved there when it is whole, so a crash in
 * between leaves only a draft, which the next start removes. @throws LaunchProblem
 */
export function initialiseCluster({ binaries, folder, account, password, flags = [] }: NewCluster): void {
  if (existsSync(join(folder, "PG_VERSION"))) return;
  const place = dirname(folder);
  removeDrafts(place, basename(folder));
  const draft = `${folder}.draft-${process.pid}`;
  const passwordFile = join(draft, "password");
  const cluster = join(draft, "cluster");
  for (const path of [draft, cluster]) {
    mkdirSync(path, { mode: 0o700 });
    if (account) chownSync(path, account.uid, account.gid);
  }
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const encoding = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = [`--username=${DATABASE_USER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const { status, stderr } = spawnSync(
    join(binaries, "bin", "initdb"),
    [`--pgdata=${cluster}`, ...encoding, ...access, ...flags],
    {
      ...runAs(account),
      encoding: "utf8",
    },
  );
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new LaunchProblem(`The embedded database could not be made in ${place}: ${lastLine(stderr)}`);
  }
  // A folder without PG_VERSION is not from us; it is kept, not deleted.
  if (existsSync(folder)) renameSync(folder, `${folder}.unknown-${Date.now()}`);
  renameSync(cluster, folder);
  rmSync(draft, { recursive: true, force: true });
}

function removeDrafts(place: string, name: string): void {
  for (const entry of readdirSync(place)) {
    if (entry.startsWith(`${name}.draft-`)) rmSync(join(place, entry), { recursive: true, force: true });
  }
}

function lastLine(text: string | null): string {
  return text?.trim().split("\n").at(-1) ?? "initdb did not run.";
}
