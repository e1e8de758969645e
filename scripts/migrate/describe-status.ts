import { Client } from "pg";
import { diffSchemas } from "./diff-schemas";
import { type History, readHistory } from "./read-history";
import { readMigrations } from "./read-migrations";
import { readCurrentSchema, readMigratedSchema } from "./schema-files";

export type MigrationStatus = { readonly isCurrent: boolean; readonly lines: readonly string[] };

/** How far the database and the migrations have come, in sentences. */
export async function describeStatus(databaseUrl: string): Promise<MigrationStatus> {
  const migrations = readMigrations();
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const history = await readHistory(client, migrations).finally(() => client.end());
  const drift = await diffSchemas(databaseUrl, readMigratedSchema(), readCurrentSchema());
  const open = [
    ...describeHistory(history),
    ...(drift === ""
      ? []
      : ["schema.prisma has changes that no migration makes: npm run db:migrate -- new NAME."]),
  ];
  const done = `${migrations.length - history.pending.length} of ${migrations.length} migrations are applied.`;
  return { isCurrent: open.length === 0, lines: [done, ...open] };
}

function describeHistory({ pending, edited, unknown, unfinished }: History): string[] {
  return [
    ...pending.map(
      ({ name }) =>
        `Not applied: ${name}${unfinished.includes(name) ? " (failed or cut off, will be tried again)" : ""}.`,
    ),
    ...edited.map((name) => `Changed after it was applied: ${name}.`),
    ...unknown.map((name) => `Applied by a newer version, its file is not here: ${name}.`),
  ];
}
