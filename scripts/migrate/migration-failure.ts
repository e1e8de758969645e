/** PostgreSQL refused a migration; nothing of it was applied. The message is one sentence with place and reason. */
export class MigrationFailure extends Error {
  constructor(name: string, sql: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const file = name === "" ? "a migration" : `prisma/migrations/${name}/migration.sql`;
    super(
      `${file}${lineOf(sql, cause)} failed: ${reason}. Nothing of it was applied; correct it and start again.`,
      { cause },
    );
    this.name = "MigrationFailure";
  }
}

/** PostgreSQL names the place of an error as a character of the script, counted from 1. */
function lineOf(sql: string, error: unknown): string {
  const position = error instanceof Error && "position" in error ? Number(error.position) : Number.NaN;
  return Number.isNaN(position) ? "" : `, line ${sql.slice(0, position).split("\n").length},`;
}
