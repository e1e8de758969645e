import "server-only";
import { lowestIdAt } from "./ids";
import { getPool } from "./pool";

/** Keeps the newest rows readable from an index alone: a vacuum after 2 % of a month has changed, not after 20 %. */
const VACUUM_OFTEN = "WITH (autovacuum_vacuum_scale_factor = 0.02)";

/**
 * The partitioned tables, with the settings of a partition. Every one is cut by the month of a UUIDv7, so one month is
 * dropped with one statement each.
 */
const partitionedTables = [
  { table: "turns", settings: VACUUM_OFTEN },
  { table: "attempts", settings: VACUUM_OFTEN },
  { table: "guard_verdicts", settings: "" },
  { table: "turn_stream_parts", settings: "" },
] as const;

const MONTHS_AHEAD = 3;
/** Any number that nothing else locks: two servers must not create the same partition at once. */
const LOCK_KEY = 7_263_401;

/**
 * Makes the partitions of this month and the next ones where they are missing. Rows of a month that has none land in
 * the default partition, where they are found all the same but cannot be dropped at once.
 */
export async function ensurePartitions(now: Date = new Date()): Promise<void> {
  const client = await getPool().connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK_KEY]);
    for (const { name, table, settings, from, to } of missingPartitions(now)) {
      const { rows } = await client.query("SELECT to_regclass($1) IS NULL AS missing", [name]);
      if (rows[0]?.missing !== true) continue;
      // A month that already has rows in the default partition can't be cut out of it; the next month will be.
      await client.query("SAVEPOINT partition");
      await client
        .query(
          `CREATE TABLE ${name} PARTITION OF ${table} FOR VALUES FROM ('${from}') TO ('${to}') ${settings}`,
        )
        .catch(async (error: { code?: string }) => {
          if (error.code !== "23514") throw error;
          await client.query("ROLLBACK TO SAVEPOINT partition");
        });
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

type Partition = {
  readonly name: string;
  readonly table: string;
  readonly settings: string;
  readonly from: string;
  readonly to: string;
};

function missingPartitions(now: Date): Partition[] {
  const months = Array.from({ length: MONTHS_AHEAD }, (_, ahead) => monthStart(now, ahead));
  return partitionedTables.flatMap(({ table, settings }) =>
    months.map((start) => ({
      name: `${table}_${start.toISOString().slice(0, 7).replace("-", "_")}`,
      ...{ table, settings },
      from: lowestIdAt(start),
      to: lowestIdAt(monthStart(start, 1)),
    })),
  );
}

function monthStart(from: Date, monthsAhead: number): Date {
  return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + monthsAhead, 1));
}
