import { Client } from "pg";
import { applyMigrations } from "./apply-migrations";
import { readHistory } from "./read-history";
import { readMigrations } from "./read-migrations";

/** Any number that nothing else locks. Not Prisma's own, which the schema engine takes by itself. */
const LOCK_KEY = 7_263_400;
/** Longer than any migration of ours takes; a server that waits longer is better restarted. */
const LOCK_WAIT_MS = 120_000;

export type MigrateResult = {
  readonly applied: readonly string[];
  /** Migrations whose files were changed after this database had applied them. */
  readonly edited: readonly string[];
};

/**
 * Brings the database to the newest migration. Of several that start at once one does the work and the others wait.
 * Each migration is applied whole or not at all; one that failed is tried again the next time.
 * @throws MigrationFailure naming the migration and PostgreSQL's complaint
 */
export async function migrate(databaseUrl: string, folder?: string): Promise<MigrateResult> {
  const migrations = readMigrations(folder);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { pending, edited } = await readHistory(client, migrations);
    if (pending.length === 0) return { applied: [], edited };
    await client.query(`SET lock_timeout = ${LOCK_WAIT_MS}`);
    await client.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
    const now = await readHistory(client, migrations);
    if (now.pending.length === 0) return { applied: [], edited };
    // Nobody else migrates while we hold the lock, so what is unfinished was cut off and has left nothing behind.
    if (now.unfinished.length > 0) await forgetUnfinished(client);
    return {
      applied: await applyMigrations(databaseUrl, migrations, () => forgetUnfinished(client)),
      edited,
    };
  } finally {
    await client.end();
  }
}

/** The engine refuses to go on after a failed migration until its row is gone. */
async function forgetUnfinished(client: Client): Promise<void> {
  await client.query("DELETE FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL");
}
