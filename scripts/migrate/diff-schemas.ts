import { openSchemaEngine } from "./schema-engine";

const noFilters = { externalTables: [], externalEnums: [] };

/** The SQL that leads from one Prisma schema to another; from nothing when `from` is null. Empty when they agree. */
export async function diffSchemas(databaseUrl: string, from: string | null, to: string): Promise<string> {
  const engine = await openSchemaEngine(databaseUrl, async () => undefined);
  try {
    const { stdout } = await engine.diff({
      from: from === null ? { tag: "empty" } : { tag: "schemaDatamodel", ...container(from) },
      to: { tag: "schemaDatamodel", ...container(to) },
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    const sql = stdout ?? "";
    return /^-- This is an empty migration/.test(sql) ? "" : sql;
  } finally {
    engine.free();
  }
}

function container(content: string) {
  return { files: [{ path: "schema.prisma", content }] };
}
