import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { createTestDatabase } from "../../test/database";
import { temporaryFolder } from "../../test/temporary-folder";
import { migrate } from "./migrate";
import { slug } from "./new-migration";

const withFunction =
  "CREATE TABLE a (id int);\nCREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;";

/** A folder of migrations that are numbered in the order given, and an empty database for them. */
async function prepare(...scripts: readonly string[]) {
  const folder = temporaryFolder();
  const write = (index: number, sql: string) => {
    mkdirSync(join(folder, `2026010100000${index}_step`), { recursive: true });
    writeFileSync(join(folder, `2026010100000${index}_step`, "migration.sql"), sql);
  };
  scripts.forEach((sql, index) => {
    write(index, sql);
  });
  const { url, drop } = await createTestDatabase("empty");
  onTestFinished(drop);
  const query = async (sql: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    return client.query(sql).finally(() => client.end());
  };
  return { folder, url, write, query };
}

test("applies what is missing, once, and keeps the table as prisma migrate deploy does", async () => {
  const { folder, url, query } = await prepare(withFunction, "CREATE INDEX CONCURRENTLY i ON a (id)");
  const names = ["20260101000000_step", "20260101000001_step"];
  expect(await migrate(url, folder)).toEqual({ applied: names, edited: [] });
  expect(await migrate(url, folder)).toEqual({ applied: [], edited: [] });
  const { rows } = await query(
    `SELECT migration_name AS name, checksum ~ '^[0-9a-f]{64}$' AS has_checksum, finished_at IS NOT NULL AS is_finished,
            rolled_back_at, applied_steps_count AS steps FROM _prisma_migrations ORDER BY 1`,
  );
  const row = { has_checksum: true, is_finished: true, rolled_back_at: null, steps: 1 };
  expect(rows).toEqual(names.map((name) => ({ name, ...row })));
});

test("a failed migration says where and why, leaves nothing behind and is tried again", async () => {
  const { folder, url, write, query } = await prepare(
    withFunction,
    "CREATE TABLE b (id int);\n\nSELECT missing FROM a;",
  );
  const failing = migrate(url, folder);
  await expect(failing).rejects.toThrow(
    'prisma/migrations/20260101000001_step/migration.sql, line 3, failed: column "missing" does not exist.',
  );
  await expect(migrate(url, folder)).rejects.toThrow("line 3");
  const { rows } = await query("SELECT to_regclass('a') IS NOT NULL AS a, to_regclass('b') IS NOT NULL AS b");
  expect(rows).toEqual([{ a: true, b: false }]);

  write(1, "CREATE TABLE b (id int);");
  expect(await migrate(url, folder)).toMatchObject({ applied: ["20260101000001_step"] });
});

test("a migration that was cut off is applied by the next start", async () => {
  const { folder, url, query, write } = await prepare(withFunction);
  await migrate(url, folder);
  write(1, "CREATE TABLE b (id int);");
  await query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'y', '20260101000001_step')`,
  );
  expect(await migrate(url, folder)).toMatchObject({ applied: ["20260101000001_step"] });
});

test("of several servers that start at once one migrates and the others wait for it", async () => {
  const { folder, url } = await prepare(`${withFunction} SELECT pg_sleep(0.3);`);
  const results = await Promise.all(Array.from({ length: 4 }, () => migrate(url, folder)));
  expect(results.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 0, 1]);
});

test("a migration that was changed after it was applied is named", async () => {
  const { folder, url, write } = await prepare(withFunction);
  await migrate(url, folder);
  write(0, `${withFunction}\n`);
  expect(await migrate(url, folder)).toEqual({ applied: [], edited: ["20260101000000_step"] });
});

test("names of migrations become part of a folder's name", () => {
  expect(slug("  Add plans & prices! ")).toBe("add_plans_prices");
  expect(slug("../..")).toBe("");
});
