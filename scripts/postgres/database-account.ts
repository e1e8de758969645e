import { execFileSync, spawnSync } from "node:child_process";
import { LaunchProblem } from "../launch/launch-problem";

/** The user that PostgreSQL runs as; undefined for ourselves. */
export type DatabaseAccount = { readonly uid: number; readonly gid: number } | undefined;

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, made when missing. @throws LaunchProblem */
export function findDatabaseAccount(): DatabaseAccount {
  if (process.getuid?.() !== 0) return undefined;
  const account = lookUp("postgres") ?? create("postgres");
  if (account) return account;
  throw new LaunchProblem(
    "PostgreSQL does not run as root, and no user `postgres` could be made: start Parapet as another user, or set DATABASE_URL.",
  );
}

function lookUp(name: string): DatabaseAccount {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function create(name: string): DatabaseAccount {
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/sh", name]);
  return lookUp(name);
}

/** How a program of PostgreSQL's is run: as that user, from a folder everyone can enter, with nothing of our environment. */
export function runAs(account: DatabaseAccount): {
  uid?: number;
  gid?: number;
  cwd: string;
  env: NodeJS.ProcessEnv;
} {
  return { ...account, cwd: "/", env: { NODE_ENV: "production", LC_ALL: "C" } };
}

/** Whether the command runs as that user: it must reach the file and every folder above it. */
export function canRun(account: DatabaseAccount, command: string, ...commandArguments: string[]): boolean {
  return spawnSync(command, commandArguments, { ...runAs(account), stdio: "ignore" }).status === 0;
}
