import { afterAll, beforeAll, inject } from "vitest";
import { closePool } from "@/lib/db/pool";

export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> };

/** A database of one's own on the test run's PostgreSQL: with all migrations applied, or empty. */
export async function createTestDatabase(content: "migrated" | "empty" = "migrated"): Promise<TestDatabase> {
  const server = inject("testDatabasesUrl");
  const response = await fetch(`${server}/${content}`, { method: "POST" });
  if (!response.ok) throw new Error("The test database could not be made; the reason is in vitest's output.");
  const { name, url } = (await response.json()) as { name: string; url: string };
  return {
    url,
    drop: async () => {
      await fetch(`${server}/${name}`, { method: "DELETE" });
    },
  };
}

/**
 * For integration tests, at the top of a file: its tests run on a migrated database of their own, which `getPool()`
 * and `getPrisma()` reach and which is dropped afterwards.
 */
export function useTestDatabase(): void {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
    process.env.DATABASE_URL = database.url;
  });
  afterAll(async () => {
    await closePool();
    await database?.drop();
  });
}
