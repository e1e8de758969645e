import "server-only";

/**
 * The rows of a table that meet the conditions, as a source of its name. The wide indexes of the admin area leave out
 * what is running, so that a row is entered once, when it has ended; what runs is asked for beside it.
 */
export function withRunning(table: "turns" | "attempts", conditions: string): string {
  const rows = (status: string) =>
    `SELECT * FROM ${table} t WHERE ${conditions} AND t.status ${status} 'RUNNING'`;
  return `(${rows("<>")} UNION ALL ${rows("=")}) AS ${table}`;
}
