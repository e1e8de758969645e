import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { LaunchProblem } from "../launch/launch-problem";
import { canRun, type DatabaseAccount } from "./database-account";
import type { PostgresBinaries } from "./postgres-binaries";

/** Where a root's PostgreSQL lives when the user it runs as cannot enter the project, for example under /root. */
const SHARED_FOLDER = "/var/lib/parapet";

type Say = (sentence: string) => void;

/** The folder of binaries that the account can run: the package's own, or else a copy made once per version. */
export function reachableBinaries(binaries: PostgresBinaries, account: DatabaseAccount, say: Say): string {
  if (canRun(account, join(binaries.folder, "bin", "postgres"), "--version")) return binaries.folder;
  const copy = join(makeSharedFolder(), `postgresql-${binaries.version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${randomBytes(4).toString("hex")}`;
  cpSync(binaries.folder, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  rmSync(copy, { recursive: true, force: true });
  renameSync(draft, copy);
  say(
    `PostgreSQL runs as the user postgres, who cannot enter this folder: its programs are copied to ${copy}.`,
  );
  return copy;
}

/**
 * The folder of the cluster. It is `postgres` in DATA_DIR; where the account cannot enter DATA_DIR that is a link to a
 * folder which it can.
 */
export function reachableClusterFolder(dataDir: string, account: DatabaseAccount, say: Say): string {
  const folder = join(dataDir, "postgres");
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return resolveLink(folder);
  if (canEnter(account, dataDir)) return folder;
  if (existsSync(folder)) {
    throw new LaunchProblem(
      `PostgreSQL runs as the user postgres, who can no longer enter ${dataDir}: open the folders above it for passing through (chmod o+x).`,
    );
  }
  const name = `${basename(dataDir).replace(/\W/g, "")}-${randomBytes(6).toString("hex")}`;
  const place = join(makeSharedFolder(), name);
  mkdirSync(place, { mode: 0o755 });
  symlinkSync(join(place, "postgres"), folder);
  say(`PostgreSQL runs as the user postgres, who cannot enter ${dataDir}: the database is kept in ${place}.`);
  return join(place, "postgres");
}

/** Opens DATA_DIR itself for passing through when only that is missing; nothing in it can be listed or read by that. */
function canEnter(account: DatabaseAccount, dataDir: string): boolean {
  const enters = () => canRun(account, "/bin/sh", "-c", 'test -x "$0"', dataDir);
  if (enters()) return true;
  const { mode } = statSync(dataDir);
  chmodSync(dataDir, mode | 0o001);
  if (enters()) return true;
  chmodSync(dataDir, mode);
  return false;
}

/** A link is followed by hand, because before the cluster is made it points nowhere yet. */
function resolveLink(link: string): string {
  const place = dirname(readlinkSync(link));
  mkdirSync(place, { recursive: true, mode: 0o755 });
  return join(realpathSync(place), "postgres");
}

function makeSharedFolder(): string {
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  return SHARED_FOLDER;
}
