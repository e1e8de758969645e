import type { Pool } from "pg";
import { MigrationFailure } from "./migration-failure";
import { type Migration, migrationsFolder } from "./read-migrations";
import { withSchemaEngine } from "./schema-engine";

/**
 * PostgreSQL runs several statements of one query in one transaction; with this as the last of them a migration and
 * the note that it is done are one, and no crash comes between.
 */
const noteDone = `
;UPDATE _prisma_migrations SET finished_at = now()
  WHERE finished_at IS NULL AND rolled_back_at IS NULL`;

/**
 * Applies what is pending and keeps `_prisma_migrations` as `prisma migrate deploy` does.
 * @param onFailure called before the failure is thrown
 * @returns the names of what was applied
 * @throws MigrationFailure
 */
export async function applyMigrations(
  databaseUrl: string,
  migrations: readonly Migration[],
  onFailure: () => Promise<void>,
): Promise<readonly string[]> {
  let failure: MigrationFailure | undefined;
  const runScript = async (pool: Pool, sql: string) => {
    // What PostgreSQL only does outside a transaction has to be alone in its migration.
    const script = /\bCONCURRENTLY\b/i.test(sql) ? sql : sql + noteDone;
    await pool.query(script).catch((error: unknown) => {
      const name = migrations.find((migration) => migration.sql === sql)?.name ?? "";
      failure = new MigrationFailure(name, sql, error);
      throw failure;
    });
  };
  const input = {
    migrationsList: describeList(migrations),
    filters: { externalTables: [], externalEnums: [] },
  };
  try {
    const result = await withSchemaEngine(databaseUrl, runScript, (engine) => engine.applyMigrations(input));
    return result.appliedMigrationNames;
  } catch (error) {
    await onFailure();
    throw failure ?? error;
  }
}

function describeList(migrations: readonly Migration[]) {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}
