import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../setup/project.mjs";

export const migrationsFolder = join(projectRoot, "prisma", "migrations");

export type Migration = {
  /** The folder's name, which starts with the time it was made. */
  readonly name: string;
  readonly sql: string;
  /** As `_prisma_migrations` keeps it: SHA-256 of the file, in hex. */
  readonly checksum: string;
};

/** All migrations of a folder in the order in which they apply. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "migration.sql")));
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}
