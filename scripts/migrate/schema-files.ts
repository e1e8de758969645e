import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot, writeFileAtomically } from "../setup/project.mjs";
import { migrationsFolder } from "./read-migrations";

const current = join(projectRoot, "prisma", "schema.prisma");
/** What all migrations together make, as a schema: the next one is the way from here to schema.prisma. */
const migrated = join(migrationsFolder, "schema.prisma");

export function readCurrentSchema(): string {
  return readFileSync(current, "utf8");
}

/** Null before the first migration. */
export function readMigratedSchema(): string | null {
  return existsSync(migrated) ? readFileSync(migrated, "utf8") : null;
}

export function writeMigratedSchema(schema: string): void {
  writeFileAtomically(migrated, schema);
}
