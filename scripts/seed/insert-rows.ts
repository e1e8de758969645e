import type { Queryable } from "@/lib/db/pool";

/** A column of a table: the type that its values are sent as, and what is made of them where that is not the same. */
export type Column<Row> = {
  readonly name: string;
  readonly type: string;
  readonly value: (row: Row) => unknown;
  /** SQL around the sent value, e.g. `${value}::jsonb`. */
  readonly as?: (value: string) => string;
};

/** Rows that go with one statement: enough to make its cost small, few enough to keep its arrays so. */
const BATCH_SIZE = 1_000;

/** Inserts rows, many with one statement; those that are there already stay as they are. */
export async function insertRows<Row>(
  db: Queryable,
  table: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<void> {
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  const values = columns.map(({ as }, index) => as?.(`v.c${index}`) ?? `v.c${index}`).join(", ");
  const arrays = columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(", ");
  const aliases = columns.map((_, index) => `c${index}`).join(", ");
  const text = `INSERT INTO ${table} (${names}) SELECT ${values} FROM unnest(${arrays}) AS v (${aliases}) ON CONFLICT DO NOTHING`;
  for (let start = 0; start < rows.length; start += BATCH_SIZE) {
    const batch = rows.slice(start, start + BATCH_SIZE);
    await db.query(
      text,
      columns.map(({ value }) => batch.map(value)),
    );
  }
}
