import { Client } from "pg";
import { expect, test } from "vitest";
import { diffSchemas } from "../scripts/migrate/diff-schemas";
import { readCurrentSchema, readMigratedSchema } from "../scripts/migrate/schema-files";
import { createTestDatabase } from "./database";
import { handWrittenCatalog } from "./hand-written-catalog";
import { readCatalog } from "./read-catalog";

test("the migrations make what schema.prisma says, and beyond it only what is written by hand", async () => {
  const [migrated, whole] = await Promise.all([createTestDatabase(), createTestDatabase("empty")]);
  await execute(whole.url, await diffSchemas(whole.url, null, readCurrentSchema()));
  const [byMigrations, bySchema] = await Promise.all([readCatalog(migrated.url), readCatalog(whole.url)]);
  await Promise.all([migrated.drop(), whole.drop()]);

  expect(bySchema.length).toBeGreaterThan(100);
  expect({
    onlyMigrated: byMigrations.filter((line) => !bySchema.includes(line)),
    onlyDeclared: bySchema.filter((line) => !byMigrations.includes(line)),
  }).toEqual({
    onlyMigrated: handWrittenCatalog.flatMap(({ migrated: lines }) => lines).sort(),
    onlyDeclared: handWrittenCatalog.flatMap(({ declared = [] }) => declared).sort(),
  });
});

test("every change of schema.prisma has its migration", async () => {
  const database = await createTestDatabase("empty");
  const missing = await diffSchemas(database.url, readMigratedSchema(), readCurrentSchema());
  await database.drop();
  expect(missing).toBe("");
});

async function execute(databaseUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
