import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { projectRoot } from "../setup/project.mjs";
import { diffSchemas } from "./diff-schemas";
import { migrationsFolder } from "./read-migrations";
import { readCurrentSchema, readMigratedSchema, writeMigratedSchema } from "./schema-files";

/**
 * Writes the migration from what the migrations make to what schema.prisma says; an empty one, for SQL of one's own,
 * when they agree. It is not applied.
 * @returns the path of its file
 */
export async function writeNewMigration(databaseUrl: string, name: string): Promise<string> {
  const schema = readCurrentSchema();
  const sql = await diffSchemas(databaseUrl, readMigratedSchema(), schema);
  const folder = join(migrationsFolder, `${timestamp(new Date())}_${slug(name)}`);
  const file = join(folder, "migration.sql");
  mkdirSync(folder);
  writeFileSync(file, sql === "" ? "-- schema.prisma has not changed: write SQL of your own here.\n" : sql);
  writeMigratedSchema(schema);
  return relative(projectRoot, file);
}

/** 20261121090000, in UTC, so that names sort by time whoever wrote them. */
function timestamp(moment: Date): string {
  return moment.toISOString().replace(/\D/g, "").slice(0, 14);
}

export function slug(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
}
