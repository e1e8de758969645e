import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { getPool } from "./pool";

/** Why the database can't be used yet; null when it can: it answers, and every migration of this build is applied. */
export async function findUnreadiness(): Promise<"database_unreachable" | "migrations_missing" | null> {
  const applied = await getPool()
    .query<{ name: string }>(
      'SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL',
    )
    .then(({ rows }) => new Set(rows.map((row) => row.name)))
    .catch((error: { code?: string }) => (error.code === UNDEFINED_TABLE ? new Set<string>() : null));
  if (applied === null) return "database_unreachable";
  const needed = await readdir(path.join(process.cwd(), "prisma/migrations"), { withFileTypes: true });
  const missing = needed.some((entry) => entry.isDirectory() && !applied.has(entry.name));
  return missing ? "migrations_missing" : null;
}

const UNDEFINED_TABLE = "42P01";
