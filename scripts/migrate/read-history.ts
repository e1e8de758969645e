import type { Client } from "pg";
import type { Migration } from "./read-migrations";

export type History = {
  /** Not applied yet, in order. */
  readonly pending: readonly Migration[];
  /** Applied, but the file has been changed since. */
  readonly edited: readonly string[];
  /** Applied, but there is no such file: a newer version of the code was here. */
  readonly unknown: readonly string[];
  /** Begun and neither finished nor rolled back. */
  readonly unfinished: readonly string[];
};

type Row = { migration_name: string; checksum: string; is_finished: boolean };

/** Compares the migrations with what the database says it has had. */
export async function readHistory(client: Client, migrations: readonly Migration[]): Promise<History> {
  const rows = (await hasHistory(client)) ? await readRows(client) : [];
  const applied = new Map(
    rows.filter((row) => row.is_finished).map((row) => [row.migration_name, row.checksum]),
  );
  const names = new Set(migrations.map(({ name }) => name));
  return {
    pending: migrations.filter(({ name }) => !applied.has(name)),
    edited: migrations
      .filter(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum)
      .map(({ name }) => name),
    unknown: [...applied.keys()].filter((name) => !names.has(name)),
    unfinished: rows.filter((row) => !row.is_finished).map((row) => row.migration_name),
  };
}

async function hasHistory(client: Client): Promise<boolean> {
  const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found");
  return rows[0]?.found === true;
}

async function readRows(client: Client): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS is_finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}
